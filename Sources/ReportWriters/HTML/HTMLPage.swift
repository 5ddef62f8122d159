internal import Digests

/// A page that loads nothing and sends nothing: style, script and data stand in it.
struct HTMLPage {
  let title: HTML
  let style: String
  let script: String
  /// JSON that cannot end the element it stands in.
  let data: String
  let body: HTML

  var html: HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(securityPolicy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>\(title)</title>
    <style>\(HTML(trusted: style))</style>
    </head>
    <body>
    \(body)
    <script type="application/json" id="data">\(HTML(trusted: data))</script>
    <script>\(HTML(trusted: script))</script>
    </body>
    </html>

    """
  }

  /// Nothing but this very style and this very script, so that nothing a scanned file smuggles in can run.
  private var securityPolicy: String {
    """
    default-src 'none'; style-src 'sha256-\(SHA256.digest(of: style).base64)'; \
    script-src 'sha256-\(SHA256.digest(of: script).base64)'; base-uri 'none'; form-action 'none'
    """
  }
}
