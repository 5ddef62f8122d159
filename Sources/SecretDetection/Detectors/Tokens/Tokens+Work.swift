internal import FindingModel

extension Tokens {
  static let work: [TokenDetector?] = [
    TokenDetector(.linearKey, "lin_api_{alnum:40}"),
    TokenDetector(.linearKey, "lin_oauth_{hex:64}"),
    TokenDetector(.notionToken, "secret_{alnum:43}"),
    TokenDetector(.notionToken, "ntn_{digit:11}{alnum:35}"),
    TokenDetector(.airtableToken, "pat{alnum:14}.{hex:64}"),
    TokenDetector(.asanaToken, "2/{digit:10-20}/{digit:10-20}:{hex:32}"),
    TokenDetector(.asanaToken, "1/{digit:10-20}:{hex:32}"),
    TokenDetector(.asanaToken, "0/{digit:10-20}:{hex:32}"),
    TokenDetector(.figmaToken, "figd_{word:40-45}"),
    TokenDetector(.figmaToken, "figu_{word:40-60}"),
    TokenDetector(.figmaToken, "figoh_{word:40-60}"),
    TokenDetector(.dropboxToken, "sl.u.{word:130-1400}"),
    TokenDetector(.dropboxToken, "sl.{word:130-1400}"),
    TokenDetector(.contentfulToken, "CFPAT-{word:43}"),
    TokenDetector(.mapboxToken, "sk.eyJ{word:60-200}.{word:22}", check: TokenChecks.mapbox),
    TokenDetector(.oktaToken, "SSWS 00{word:40}"),
    TokenDetector(.typeformToken, "tfp_{wordDot:40-60}"),
    TokenDetector(.frameToken, "fio-u-{word:64}"),
  ]
}
