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

/** A catalog cut down to what the popup says later than its first words. */
declare module '*.json?later' {
  const catalog: object
  export default catalog
}

/** A catalog cut down to what the browser's own menu, address bar and notifications say of us. */
declare module '*.json?browser' {
  const catalog: object
  export default catalog
}
