/// Values that documents show, and programs copy into their comments; the first characters are enough.
package enum DocumentedExamples {
  package static func contains(_ value: String) -> Bool { starts.contains { value.hasPrefix($0) } }

  private static let starts = [
    // RFC 6749 and RFC 6750: OAuth 2.0.
    "2YotnFZFEj", "h480djs93h", "tGzv3JOkF0", "czZCaGRSa3", "mF_9.B5f-4", "SplxlOBeZQ", "gX1fBat3bV",
    // RFC 5849: OAuth 1.0.
    "0685bd9184", "ad180jjd73", "kd94hf93k4", "j49sk3j29d", "dpf43f3p2l", "nnch734d00", "hh5s93j4hd",
    "pfkkdhi9sl",
    // RFC 7617: the user Aladdin.
    "QWxhZGRpbjpv", "QWxhZGRpbjpP",
    // AWS, GitHub, Google and Stripe, in their references.
    "wJalrXUtnF", "je7MtGbClw", "AQoDYXdzEJ", "16C7e42F29", "4eC39HqLyj", "BQokikJOvB", "AIzaSyDaGm",
  ]
}
