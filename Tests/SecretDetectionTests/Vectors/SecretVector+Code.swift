@testable import SecretDetection

extension SecretVector {
  static let code: [SecretVector] = [
    SecretVector(.gitHubToken, "personal") { $0.checked("gh" + "p_") },
    SecretVector(.gitHubToken, "OAuth") { $0.checked("gh" + "o_") },
    SecretVector(.gitHubToken, "user to server") { $0.checked("gh" + "u_") },
    SecretVector(.gitHubToken, "server to server") { $0.checked("gh" + "s_") },
    SecretVector(.gitHubToken, "refresh") { "ghr_" + $0.alnum(76) },
    SecretVector(.gitHubToken, "fine-grained") { "github_" + "pat_" + $0.alnum(22) + "_" + $0.alnum(59) },
    SecretVector(.gitLabToken, "personal") { "gl" + "pat-" + $0.word(20) },
    SecretVector(.gitLabToken, "routable") { $0.routable("gl" + "pat-") },
    SecretVector(.gitLabToken, "deploy") { "gldt-" + $0.word(20) },
    SecretVector(.gitLabToken, "runner") { "glrt-" + $0.word(20) },
    SecretVector(.gitLabToken, "trigger") { "glptt-" + $0.hex(40) },
    SecretVector(.gitLabToken, "job") { "glcbt-" + "64_" + $0.word(20) },
    SecretVector(.gitLabToken, "feed") { "glft-" + $0.word(20) },
    SecretVector(.gitLabToken, "agent") { "glagent-" + $0.word(50) },
    SecretVector(.gitLabToken, "application") { "gloas-" + $0.hex(64) },
    SecretVector(.gitLabToken, "runner registration") { "GR1348941" + $0.word(20) },
    SecretVector(.bitbucketToken, "token") { "ATBB" + $0.alnum(32) },
    SecretVector(.bitbucketToken, "access") { "ATCTT3xFfG" + $0.word(160) + "=" + $0.hex(8).uppercased() },
    SecretVector(.atlassianToken, "token") { "ATATT3xFfG" + $0.word(170) + "=" + $0.hex(8).uppercased() },
    SecretVector(.npmToken, "token") { $0.checked("npm" + "_") },
    SecretVector(.pypiToken, "token") { $0.macaroon(location: "pypi.org") },
    SecretVector(.pypiToken, "for tests") { $0.macaroon(location: "test.pypi.org") },
    SecretVector(.rubyGemsKey, "token") { "rubygems_" + $0.hex(48) },
    SecretVector(.nuGetKey, "token") { "oy2" + $0.lower(43) },
    SecretVector(.dockerToken, "token") { "dckr_" + "pat_" + $0.word(27) },
    SecretVector(.dockerToken, "organisation") { "dckr_" + "oat_" + $0.word(32) },
    SecretVector(.cratesToken, "token") { "cio" + $0.alnum(32) },
    SecretVector(.clojarsToken, "token") { "CLOJARS_" + $0.lower(60) },
    SecretVector(.jFrogKey, "token") { "AKCp" + $0.alnum(69) },
    SecretVector(.jFrogKey, "reference") { "cmVmdGtu" + $0.alnum(56) },
    SecretVector(.terraformToken, "token") { $0.alnum(14) + ".atlasv1." + $0.word(67) },
    SecretVector(.vaultToken, "service") { "hvs." + $0.word(90) },
    SecretVector(.vaultToken, "batch") { "hvb." + $0.word(150) },
    SecretVector(.pulumiToken, "token") { "pul-" + $0.hex(40) },
    SecretVector(.dopplerToken, "personal") { "dp." + "pt." + $0.alnum(43) },
    SecretVector(.dopplerToken, "service") { "dp." + "st.prd." + $0.alnum(43) },
    SecretVector(.dopplerToken, "command line") { "dp." + "ct." + $0.alnum(43) },
    SecretVector(.onePasswordToken, "token") {
      "ops_"
        + Array(
          #"{"signInAddress":"my.1password.com","secretKey":"\#($0.upper(26))","salt":"\#($0.word(200))"}"#
            .utf8
        ).base64
    },
    SecretVector(.onePasswordToken, "secret key") {
      ["A3", $0.upper(6), $0.upper(6), $0.upper(5), $0.upper(5), $0.upper(5), $0.upper(5)].joined(
        separator: "-")
    },
    SecretVector(.infisicalToken, "token") { "st." + $0.hex(24) + "." + $0.hex(32) + "." + $0.hex(32) },
    SecretVector(.launchDarklyKey, "token") { "sdk-" + $0.uuid() },
    SecretVector(.launchDarklyKey, "API") { "api-" + $0.uuid() },
    SecretVector(.sonarToken, "user") { "squ_" + $0.hex(40) },
    SecretVector(.sonarToken, "project") { "sqp_" + $0.hex(40) },
    SecretVector(.sonarToken, named: "SONAR_TOKEN") { $0.hex(40) },
    SecretVector(.snykToken, named: "SNYK_TOKEN") { $0.uuid() },
    SecretVector(.postmanKey, "token") { "PMAK-" + $0.hex(24) + "-" + $0.hex(34) },
    SecretVector(.circleToken, "token") { "CCIPAT_" + $0.alnum(22) + "_" + $0.hex(40) },
    SecretVector(.circleToken, named: "CIRCLECI_TOKEN") { $0.hex(40) },
    SecretVector(.buildkiteToken, "token") { "bkua_" + $0.hex(40) },
    SecretVector(.harnessKey, "token") { "pat." + $0.word(22) + "." + $0.hex(24) + "." + $0.alnum(20) },
    SecretVector(.sourcegraphToken, "token") { "sgp_" + $0.hex(40) },
    SecretVector(.prefectKey, "token") { "pnu_" + $0.alnum(36) },
    SecretVector(.readMeKey, "token") { "rdme_" + $0.lower(70) },
    SecretVector(.infracostKey, "token") { "ico-" + $0.alnum(32) },
  ]
}
