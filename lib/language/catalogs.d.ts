/** A catalog cut down to what the popup says; assets/locales/catalogs.ts does it while building. */
declare module '*.json?popup' {
  const catalog: object
  export default catalog
}

/** A catalog cut down to what the toolbar button says. */
declare module '*.json?badge' {
  const catalog: object
  export default catalog
}

/** A catalog cut down to the problems that a lead can have. */
declare module '*.json?problem' {
  const catalog: object
  export default catalog
}
