// The port to the program: two strings, each the JSON of one message. The kinds are told in
// geodata/mapping/messages.py.
//
// parts.port.open(onMessage) -> Promise of {send(message)}; without a web channel nothing is sent
(function (dl) {
  "use strict";

  const CHANNEL = "/qwebchannel.js";

  function loadScript(url) {
    return new Promise((resolve, reject) => {
      if (typeof QWebChannel === "function") {
        resolve();
        return;
      }
      const script = document.createElement("script");
      const stamped = document.querySelector("script[nonce]");
      if (stamped) script.nonce = stamped.nonce;
      script.src = url;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(`${url} could not be read`));
      document.head.append(script);
    });
  }

  function connect(onMessage) {
    return new Promise((resolve) => {
      // The channel's own class comes from the web engine.
      const channel = new QWebChannel(qt.webChannelTransport, ({ objects }) => {
        const { port } = objects;
        port.to_page.connect((text) => onMessage(JSON.parse(text)));
        resolve({ send: (message) => port.from_page(JSON.stringify(message)), channel });
      });
    });
  }

  function open(onMessage) {
    if (typeof qt === "undefined" || !qt.webChannelTransport) {
      return Promise.resolve({ send() {} });
    }
    return loadScript(CHANNEL).then(() => connect(onMessage));
  }

  dl.parts.port = { open };
})((window.dateline = window.dateline || { parts: {} }));
