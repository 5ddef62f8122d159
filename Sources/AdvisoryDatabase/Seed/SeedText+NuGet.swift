extension SeedText {
  /// Packages of NuGet; the form of a line is in ``SeedLine``.
  static let nuget: StaticString = """
    GHSA-5mfx-4wcx-rv27|CVE-2023-36414|Azure.Identity|0..<1.10.2|CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H|||Remote code execution through a credential
    GHSA-m5vv-6r4h-3vj9|CVE-2024-35255|Azure.Identity|0..<1.11.4|CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N|362||Local users can get at the credentials of others
    GHSA-wvxc-855f-jvrv|CVE-2024-29992|Azure.Identity|0..<1.11.0|CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N|522||Credentials are disclosed to local users
    GHSA-v435-xc8x-wvr9|CVE-2024-30171|BouncyCastle.Cryptography|0..<2.3.1|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N|203||Timing side channel in RSA key exchange
    GHSA-7q36-4xx7-xcxf|CVE-2020-5234|MessagePack|0..<1.9.11 2.0.0..<2.1.90|CVSS:3.1/AV:N/AC:H/PR:L/UI:R/S:U/C:N/I:N/A:H|121||Hash collisions and deep nesting stop the service
    GHSA-98g6-xh36-x2p7|CVE-2024-0056|Microsoft.Data.SqlClient|0..<2.1.7 3.0.0..<3.1.5 4.0.0..<4.0.5 5.0.0..<5.1.3|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:N|319||The encryption of a connection to the server can be broken
    GHSA-m5vv-6r4h-3vj9|CVE-2024-35255|Microsoft.Identity.Client|0..<4.61.3|CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N|362||Local users can get at the credentials of others
    GHSA-59j7-ghrg-fj52|CVE-2024-21319|Microsoft.IdentityModel.JsonWebTokens|0..<5.7.0 6.5.0..<6.34.0 7.0.0-preview..<7.1.2|CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:C/C:N/I:N/A:H|||Compressed tokens exhaust the memory
    GHSA-5crp-9r3c-p9vr||Newtonsoft.Json|0..<13.0.1|LOW|755||Deeply nested JSON exhausts stack or processor
    GHSA-x9vc-6hfv-hg8c|CVE-2024-32655|Npgsql|0..<4.0.14 4.1.0..<4.1.13 5.0.0..<5.0.18 6.0.0..<6.0.11 7.0.0..<7.0.7 8.0.0..<8.0.3|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H|89 190||SQL injection by parameters so long that a size overflows
    GHSA-4rr6-2v9v-wcpc||RestSharp|107.0.0-preview.1..<112.0.0|CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:L/I:N/A:H|113||Line breaks in the value of a header add headers and requests
    GHSA-9pq7-rcxv-47vq|CVE-2021-27293|RestSharp|0..<106.11.8-alpha.0.13|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|185 697||Regular expression denial of service by a date in an answer
    GHSA-2x7h-96h5-rq84|CVE-2021-32841|SharpZipLib|1.3.0..<1.3.3|CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N|22||Names in an archive lead to files beside the folder
    GHSA-63p8-c4ww-9cg7|CVE-2024-41131|SixLabors.ImageSharp|0..<2.1.9 3.0.0..<3.1.5|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|787||A crafted GIF writes outside of its buffer
    GHSA-98g6-xh36-x2p7|CVE-2024-0056|System.Data.SqlClient|0..<4.8.6|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:N|319||The encryption of a connection to the server can be broken
    GHSA-rxg9-xrhp-64gj|CVE-2021-24112|System.Drawing.Common|4.0.0..<4.7.2 5.0.0..<5.0.3|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|||Crafted images run code on Linux and macOS
    GHSA-59j7-ghrg-fj52|CVE-2024-21319|System.IdentityModel.Tokens.Jwt|0..<5.7.0 6.5.0..<6.34.0 7.0.0-preview..<7.1.2|CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:C/C:N/I:N/A:H|||Compressed tokens exhaust the memory
    GHSA-ghhp-997w-qr28|CVE-2021-26701|System.Text.Encodings.Web|4.0.0..<4.5.1 4.6.0..<4.7.2 5.0.0..<5.0.1|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|||Text that is encoded can run code
    GHSA-8g4q-xg66-9fp4|CVE-2024-43485|System.Text.Json|6.0.0..<6.0.10 8.0.0..<8.0.5|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|407||Members that end in extension data cost quadratic time
    GHSA-hh2w-p6rv-4g7w|CVE-2024-30105|System.Text.Json|7.0.0..<8.0.4|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|400|System.Text.Json:JsonSerializer.DeserializeAsyncEnumerable|Hostile JSON stops the service when it is read as a stream
    GHSA-rpch-cqj9-h65r|CVE-2018-1000210|YamlDotNet|0..<5.0.0|CVSS:3.0/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H|502 639||Documents name the types that are made of them, so that they run code
    """
}
