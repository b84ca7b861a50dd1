/** What the benchmark takes of PouchDB. */
declare module 'pouchdb-browser' {
  export default class PouchDB {
    constructor(name: string, options?: { skip_setup?: boolean })
    bulkDocs(docs: { _id: string }[]): Promise<unknown>
    info(): Promise<{ doc_count: number }>
    replicate: {
      to(
        target: PouchDB,
        options: { batch_size: number },
      ): Promise<{ ok: boolean; docs_written: number; errors: unknown[] }>
    }
  }
}
