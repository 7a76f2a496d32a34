/* Search without a server: browsers start no worker from file://, so that the worker of the search runs in a hidden
   frame of the page instead, on a server too, where it finds the same. The theme knows such a frame by the name
   IFrameWorker: its search asks for it. */
(function () {
  "use strict"

  /* “medecin” finds « médecin », and “d'accès” what “accès” finds: accents and apostrophes count for nothing. */
  const withoutAccents = (text) => String(text).normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  const withoutElisions = (text) => text.replace(/(^|\s)(?:[cdjlmnst]|qu)[’']/gi, "$1").replace(/[’'«»]/g, " ")
  const QUERY = 2 // of the messages to the worker: the words that were typed

  function foldAccents(lunr) {
    const Token = lunr.Token
    lunr.Token = function (text, metadata) {
      return new Token(withoutAccents(text), metadata)
    }
    lunr.Token.prototype = Token.prototype
  }

  class IFrameWorker extends EventTarget {
    constructor(url) {
      super()
      this.waiting = []
      this.frame = document.createElement("iframe")
      this.frame.hidden = true
      this.frame.title = "recherche"
      document.body.appendChild(this.frame)
      const inside = this.frame.contentWindow
      const page = inside.document
      page.open()
      page.write("<!DOCTYPE html><html><head></head><body></body></html>")
      page.close()
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data: data }))
      inside.importScripts = (...addresses) =>
        addresses.reduce((before, address) => before.then(() => this.load(address)), Promise.resolve())
      this.load(String(url)).then(() => {
        foldAccents(inside.lunr)
        this.ready = true
        this.waiting.splice(0).forEach((data) => this.postMessage(data))
      })
    }

    load(address) {
      return new Promise((resolve, reject) => {
        const page = this.frame.contentWindow.document
        const script = page.createElement("script")
        script.src = new URL(address, document.location.href).href
        script.onload = resolve
        script.onerror = () => reject(new ReferenceError(address))
        page.body.appendChild(script)
      })
    }

    postMessage(data) {
      if (!this.ready) {
        this.waiting.push(data)
        return
      }
      const inside = this.frame.contentWindow
      if (data.type === QUERY) {
        data = { type: QUERY, data: withoutElisions(withoutAccents(data.data)) }
      }
      inside.dispatchEvent(new inside.MessageEvent("message", { data: data }))
    }

    terminate() {
      this.frame.remove()
    }
  }

  window.IFrameWorker = IFrameWorker
  window.Worker = IFrameWorker
})()
