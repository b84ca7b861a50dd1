import { expect, it } from 'vitest'
import { waysOut } from './reach.ts'

const NONE = 'nothing'

it.each([
  // the plain way
  ['fetch', 'fetch("/a")'],
  ['fetch', 'globalThis.fetch("/a")'],
  ['fetch', 'x?.fetch("/a")'],
  // another name for it
  ['fetch', 'const go = fetch; go("/a")'],
  ['fetch', 'const { fetch: go } = x'],
  ['fetch', 'const { fetch } = x'],
  ['fetch', 'let go; ({ fetch: go } = x)'],
  ['fetch', 'const { a: { fetch: go } } = x'],
  ['fetch', 'function f({ fetch: go }) { go() }'],
  ['fetch', 'export default { fetch }'],
  ['fetch', 'x.fetch.bind(x)'],
  ['fetch', 'x.fetch ||= y'],
  // a name that is put together
  ['fetch', 'globalThis["fetch"]("/a")'],
  ['fetch', 'x["fetch"]'],
  ['fetch', 'x[`fetch`]'],
  ['fetch', 'x["fet" + "ch"]'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the planted code's own
  ['fetch', 'x[`fe${"tc"}h`]'],
  ['fetch', 'const { ["fetch"]: go } = x'],
  ['fetch', 'const name = "fetch"; x[name]()'],
  ['fetch', 'Reflect.get(x, "fetch")'],
  ['computed member', 'globalThis[name]("/a")'],
  ['computed member', 'navigator["send" + what]("/a")'],
  ['global object handed on', 'const g = globalThis; g[name]("/a")'],
  ['global object handed on', 'take(self)'],
  ['global object handed on', 'const { [name]: go } = window'],
  ['global object handed on', 'Object.values(globalThis)'],
  // the others that speak
  ['fetchLater', 'fetchLater("/a")'],
  ['XMLHttpRequest', 'new XMLHttpRequest()'],
  ['XMLHttpRequest', 'class A extends XMLHttpRequest {}'],
  ['WebSocket', 'new WebSocket("wss://example.com")'],
  ['WebTransport', 'new WebTransport("https://example.com")'],
  ['EventSource', 'new EventSource("/a")'],
  ['sendBeacon', 'navigator.sendBeacon("/a", body)'],
  ['RTCPeerConnection', 'new window.RTCPeerConnection()'],
  ['caches', 'caches.open("a").then(c => c.add("/a"))'],
  ['Worker', 'new Worker("/a.js")'],
  ['SharedWorker', 'new SharedWorker("/a.js")'],
  ['addModule', 'x.audioWorklet.addModule("/a.js")'],
  ['setUninstallURL', 'chrome.runtime.setUninstallURL("https://example.com")'],
  ['Image', 'new Image().src = "https://example.com/a.gif"'],
  ['Audio', 'new Audio("https://example.com/a.mp3")'],
  ['resource', 'x.src = "https://example.com/a.gif"'],
  ['resource', 'x["src"] = y'],
  ['resource', 'x.setAttribute("src", y)'],
  ['resource', 'link.ping = "https://example.com"'],
  // the page goes itself
  ['navigation', 'location = x'],
  ['navigation', 'location.href = x'],
  ['navigation', 'window.location.assign(x)'],
  ['navigation', 'document.location.replace(x)'],
  ['navigation', 'open(x)'],
  ['navigation', 'window.open(x)'],
  ['navigation', 'chrome.tabs.create({ url: x })'],
  ['navigation', 'const { tabs } = chrome; tabs.create({ url: x })'],
  // code that comes in
  ['code from text', 'eval("1")'],
  ['code from text', '(0, eval)("1")'],
  ['code from text', 'new Function("return 1")'],
  ['code from text', 'Function("return 1")()'],
  ['code from text', 'const F = Function; new F("")'],
  ['code from text', 'document.write("<script>")'],
  ['importScripts', 'importScripts("https://example.com/a.js")'],
  ['import', 'import("https://example.com/a.js")'],
  ['import', 'import("//example.com/a.js")'],
  ['import', 'import(name)'],
  ['import', 'import a from "https://example.com/a.js"'],
  ['import', 'export * from "https://example.com/a.js"'],
  ['import', 'import "data:text/javascript,1"'],
  // what only looks like it
  [NONE, 'x.fetch = () => { throw new Error() }'],
  [NONE, 'const metadata = { eval: { minArgs: 1 }, fetch: 1 }'],
  [NONE, 'class A { fetch() {} Worker = 1 }'],
  [NONE, 'x instanceof Function'],
  [NONE, 'typeof globalThis === "undefined"'],
  [NONE, 'self.addEventListener("install", f)'],
  [NONE, 'const self = this; take(self)'],
  [NONE, 'location.hash = "#leads"; const here = location.href'],
  [NONE, 'import a from "./chunks/a.js"; import("./b.js")'],
  [NONE, 'const text = "to fetch"'],
])('finds %s in %s', (kind, code) => {
  const kinds = waysOut(code).map(finding => finding.kind)
  if (kind === NONE) expect(kinds).toEqual([])
  else expect(kinds).toContain(kind)
})

it.each([
  ['function a(b){return b.fetch.bind(b)}', '_.fetch.bind(_)'],
  ['function Z(q){return q.fetch.bind(q)}', '_.fetch.bind(_)'],
  ['const a = f(globalThis, function(){ return 1 })', 'f(globalThis, ƒ)'],
  ['let m = typeof self < "u" ? self : n', 'typeof self<"u"?self:n'],
  ['chrome.tabs.create({ url: at("/a.html") })', 'chrome.tabs.create({url: at("/a.html")})'],
  ['(0, eval)("1")', 'eval'],
])('tells a place by its shape, whatever names a minifier chose: %s', (code, shape) => {
  expect(waysOut(code).map(finding => finding.shape)).toContain(shape)
})
