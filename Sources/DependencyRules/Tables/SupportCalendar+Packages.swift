internal import FindingModel
internal import PackageModel

extension SupportCalendar {
  /// From the projects' own pages, each named, and from endoflife.date where those have no dates of days.
  static let packages = SupportCalendar(asOf: day("2026-11-20"), lines: table)

  private static let table: [Line] = [
    .init(
      "the AWS SDK for JavaScript v2", .npm, ["aws-sdk"], versions: [], ended: "2025-09-08",
      successor: "the packages of v3, `@aws-sdk/client-…`",
      "https://aws.amazon.com/blogs/developer/announcing-end-of-support-for-aws-sdk-for-javascript-v2/"),
    .init(
      "the AWS SDK for Java 1.x", .maven, ["com.amazonaws:aws-java-sdk*"], versions: [[1]],
      ended: "2025-12-31", successor: "the AWS SDK for Java 2.x, `software.amazon.awssdk`",
      "https://aws.amazon.com/blogs/developer/announcing-end-of-support-for-aws-sdk-for-java-v1-x-on-december-31-2025/"
    ),
    .init(
      "the AWS SDK for Go v1", .go, ["github.com/aws/aws-sdk-go"], versions: [], ended: "2025-07-31",
      successor: "`github.com/aws/aws-sdk-go-v2`",
      "https://aws.amazon.com/blogs/developer/announcing-end-of-support-for-aws-sdk-for-go-v1-on-july-31-2025/"
    ),
    .init(
      "the AWS SDK for .NET v3", .nuget, ["awssdk.*"], versions: [[3]], ended: "2026-06-01",
      successor: "version 4",
      "https://aws.amazon.com/blogs/developer/aws-sdk-for-net-v3-end-of-support-announcement/"),
    .init(
      "the AWS SDK for .NET v2", .nuget, ["awssdk"], versions: [[2]], ended: "2021-05-01",
      successor: "version 4 of the packages per service, `AWSSDK.S3` and the like",
      "https://aws.amazon.com/blogs/developer/announcing-the-end-of-support-for-the-aws-sdk-for-net-version-2/"
    ),
    .init(
      "boto 2", .pypi, ["boto"], versions: [], ended: nil, successor: "boto3", "https://github.com/boto/boto"),
    .init(
      "request", .npm, ["request", "request-promise", "request-promise-native", "request-promise-any"],
      versions: [], ended: "2020-02-11", successor: "`fetch`, which Node.js has built in, or `undici`",
      "https://github.com/request/request/issues/3142"),
    .init(
      "node-uuid", .npm, ["node-uuid"], versions: [], ended: nil,
      successor: "`crypto.randomUUID()`, which Node.js has built in, or `uuid`",
      "https://www.npmjs.com/package/node-uuid"),
    .init(
      "aws-serverless-express", .npm, ["aws-serverless-express"], versions: [], ended: nil,
      successor: "`@codegenie/serverless-express`", "https://www.npmjs.com/package/aws-serverless-express"),
    .init(
      "node-sass", .npm, ["node-sass"], versions: [], ended: "2024-07-24", successor: "`sass`",
      "https://github.com/sass/node-sass"),
    .init(
      "PhantomJS", .npm, ["phantomjs", "phantomjs-prebuilt"], versions: [], ended: nil,
      successor: "`puppeteer-core` with a current Chromium", "https://github.com/ariya/phantomjs/issues/15344"
    ),
    .init(
      "Jade", .npm, ["jade"], versions: [], ended: nil, successor: "`pug`",
      "https://www.npmjs.com/package/jade"),
    .init(
      "AngularJS", .npm, ["angular"], versions: [[1]], ended: "2021-12-31", successor: "Angular",
      "https://docs.angularjs.org/misc/version-support-status"),
    .init(
      "Apollo Server 2", .npm,
      ["apollo-server", "apollo-server-core", "apollo-server-lambda", "apollo-server-express"],
      versions: [[2]], ended: "2023-10-22", successor: "`@apollo/server` 5",
      "https://www.apollographql.com/docs/apollo-server/previous-versions"),
    .init(
      "Apollo Server 3", .npm,
      ["apollo-server", "apollo-server-core", "apollo-server-lambda", "apollo-server-express"],
      versions: [[3]], ended: "2024-10-22", successor: "`@apollo/server` 5",
      "https://www.apollographql.com/docs/apollo-server/previous-versions"),
    .init(
      "Apollo Server 4", .npm, ["@apollo/server"], versions: [[4]], ended: "2026-01-26",
      successor: "version 5", "https://www.apollographql.com/docs/apollo-server/previous-versions"),
    .init(
      "Vue 2", .npm, ["vue"], versions: [[2]], ended: "2023-12-31", successor: "Vue 3",
      "https://v2.vuejs.org/eol/"),
    .init(
      "PyCrypto", .pypi, ["pycrypto"], versions: [], ended: nil,
      successor: "`cryptography` or `pycryptodome`", "https://github.com/pycrypto/pycrypto"),
    .init(
      "PyPDF2", .pypi, ["pypdf2"], versions: [], ended: nil, successor: "`pypdf`",
      "https://pypi.org/project/PyPDF2/"),
    .init(
      "Django 1", .pypi, ["django"], versions: [[1]], ended: "2020-04-01",
      successor: "a line that is supported, 5.2 (LTS) or newer",
      "https://www.djangoproject.com/download/#supported-versions"),
    .init(
      "Django 2.0, 2.1", .pypi, ["django"], versions: [[2, 0], [2, 1]], ended: "2019-12-02",
      successor: "a line that is supported, 5.2 (LTS) or newer",
      "https://www.djangoproject.com/download/#supported-versions"),
    .init(
      "Django 2.2", .pypi, ["django"], versions: [[2, 2]], ended: "2022-04-11",
      successor: "a line that is supported, 5.2 (LTS) or newer",
      "https://www.djangoproject.com/download/#supported-versions"),
    .init(
      "Django 3.0", .pypi, ["django"], versions: [[3, 0]], ended: "2021-04-06",
      successor: "a line that is supported, 5.2 (LTS) or newer",
      "https://www.djangoproject.com/download/#supported-versions"),
    .init(
      "Django 3.1", .pypi, ["django"], versions: [[3, 1]], ended: "2021-12-07",
      successor: "a line that is supported, 5.2 (LTS) or newer",
      "https://www.djangoproject.com/download/#supported-versions"),
    .init(
      "Django 3.2", .pypi, ["django"], versions: [[3, 2]], ended: "2024-04-01",
      successor: "a line that is supported, 5.2 (LTS) or newer",
      "https://www.djangoproject.com/download/#supported-versions"),
    .init(
      "Django 4.0", .pypi, ["django"], versions: [[4, 0]], ended: "2023-04-01",
      successor: "a line that is supported, 5.2 (LTS) or newer",
      "https://www.djangoproject.com/download/#supported-versions"),
    .init(
      "Django 4.1", .pypi, ["django"], versions: [[4, 1]], ended: "2023-12-01",
      successor: "a line that is supported, 5.2 (LTS) or newer",
      "https://www.djangoproject.com/download/#supported-versions"),
    .init(
      "Django 4.2", .pypi, ["django"], versions: [[4, 2]], ended: "2026-04-07",
      successor: "a line that is supported, 5.2 (LTS) or newer",
      "https://www.djangoproject.com/download/#supported-versions"),
    .init(
      "Django 5.0", .pypi, ["django"], versions: [[5, 0]], ended: "2025-04-02",
      successor: "a line that is supported, 5.2 (LTS) or newer",
      "https://www.djangoproject.com/download/#supported-versions"),
    .init(
      "Django 5.1", .pypi, ["django"], versions: [[5, 1]], ended: "2025-12-03",
      successor: "a line that is supported, 5.2 (LTS) or newer",
      "https://www.djangoproject.com/download/#supported-versions"),
    .init(
      "Django 5.2", .pypi, ["django"], versions: [[5, 2]], ended: "2028-04-30",
      successor: "a line that is supported, 5.2 (LTS) or newer",
      "https://www.djangoproject.com/download/#supported-versions"),
    .init(
      "Django 6.0", .pypi, ["django"], versions: [[6, 0]], ended: "2027-04-30",
      successor: "a line that is supported, 5.2 (LTS) or newer",
      "https://www.djangoproject.com/download/#supported-versions"),
    .init(
      "Spring Boot 1", .maven, ["org.springframework.boot:spring-boot*"], versions: [[1]],
      ended: "2019-08-06", successor: "a line with open support, 4.0 or newer",
      "https://spring.io/projects/spring-boot#support"),
    .init(
      "Spring Boot 2.0, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7", .maven, ["org.springframework.boot:spring-boot*"],
      versions: [[2, 0], [2, 1], [2, 2], [2, 3], [2, 4], [2, 5], [2, 6], [2, 7]], ended: "2023-06-30",
      successor: "a line with open support, 4.0 or newer", "https://spring.io/projects/spring-boot#support"),
    .init(
      "Spring Boot 3.0", .maven, ["org.springframework.boot:spring-boot*"], versions: [[3, 0]],
      ended: "2023-12-31", successor: "a line with open support, 4.0 or newer",
      "https://spring.io/projects/spring-boot#support"),
    .init(
      "Spring Boot 3.1", .maven, ["org.springframework.boot:spring-boot*"], versions: [[3, 1]],
      ended: "2024-06-30", successor: "a line with open support, 4.0 or newer",
      "https://spring.io/projects/spring-boot#support"),
    .init(
      "Spring Boot 3.2", .maven, ["org.springframework.boot:spring-boot*"], versions: [[3, 2]],
      ended: "2024-12-31", successor: "a line with open support, 4.0 or newer",
      "https://spring.io/projects/spring-boot#support"),
    .init(
      "Spring Boot 3.3", .maven, ["org.springframework.boot:spring-boot*"], versions: [[3, 3]],
      ended: "2025-06-30", successor: "a line with open support, 4.0 or newer",
      "https://spring.io/projects/spring-boot#support"),
    .init(
      "Spring Boot 3.4", .maven, ["org.springframework.boot:spring-boot*"], versions: [[3, 4]],
      ended: "2025-12-31", successor: "a line with open support, 4.0 or newer",
      "https://spring.io/projects/spring-boot#support"),
    .init(
      "Spring Boot 3.5", .maven, ["org.springframework.boot:spring-boot*"], versions: [[3, 5]],
      ended: "2026-06-30", successor: "a line with open support, 4.0 or newer",
      "https://spring.io/projects/spring-boot#support"),
    .init(
      "Spring Boot 4.0", .maven, ["org.springframework.boot:spring-boot*"], versions: [[4, 0]],
      ended: "2026-12-31", successor: "a line with open support, 4.0 or newer",
      "https://spring.io/projects/spring-boot#support"),
    .init(
      "Spring Framework 3", .maven, ["org.springframework:spring-*"], versions: [[3]], ended: "2016-12-31",
      successor: "a line with open support, 7.0 or newer",
      "https://spring.io/projects/spring-framework#support"),
    .init(
      "Spring Framework 4", .maven, ["org.springframework:spring-*"], versions: [[4]], ended: "2020-12-31",
      successor: "a line with open support, 7.0 or newer",
      "https://spring.io/projects/spring-framework#support"),
    .init(
      "Spring Framework 5.0, 5.1", .maven, ["org.springframework:spring-*"], versions: [[5, 0], [5, 1]],
      ended: "2020-12-31", successor: "a line with open support, 7.0 or newer",
      "https://spring.io/projects/spring-framework#support"),
    .init(
      "Spring Framework 5.2", .maven, ["org.springframework:spring-*"], versions: [[5, 2]],
      ended: "2021-12-31", successor: "a line with open support, 7.0 or newer",
      "https://spring.io/projects/spring-framework#support"),
    .init(
      "Spring Framework 5.3", .maven, ["org.springframework:spring-*"], versions: [[5, 3]],
      ended: "2024-08-31", successor: "a line with open support, 7.0 or newer",
      "https://spring.io/projects/spring-framework#support"),
    .init(
      "Spring Framework 6.0", .maven, ["org.springframework:spring-*"], versions: [[6, 0]],
      ended: "2024-06-30", successor: "a line with open support, 7.0 or newer",
      "https://spring.io/projects/spring-framework#support"),
    .init(
      "Spring Framework 6.1", .maven, ["org.springframework:spring-*"], versions: [[6, 1]],
      ended: "2025-06-30", successor: "a line with open support, 7.0 or newer",
      "https://spring.io/projects/spring-framework#support"),
    .init(
      "Spring Framework 6.2", .maven, ["org.springframework:spring-*"], versions: [[6, 2]],
      ended: "2026-06-30", successor: "a line with open support, 7.0 or newer",
      "https://spring.io/projects/spring-framework#support"),
    .init(
      "Spring Framework 7.0", .maven, ["org.springframework:spring-*"], versions: [[7, 0]],
      ended: "2027-07-31", successor: "a line with open support, 7.0 or newer",
      "https://spring.io/projects/spring-framework#support"),
    .init(
      "Log4j 1", .maven, ["log4j:log4j"], versions: [[1]], ended: "2015-08-05",
      successor: "`org.apache.logging.log4j:log4j-core`, or Reload4j", "https://logging.apache.org/log4j/1.x/"
    ),
    .init(
      "Commons HttpClient 3", .maven, ["commons-httpclient:commons-httpclient"], versions: [], ended: nil,
      successor: "`java.net.http.HttpClient`, or Apache HttpClient 5",
      "https://hc.apache.org/httpclient-legacy/"),
    .init(
      "Struts 1", .maven, ["org.apache.struts:struts-core", "struts:struts"], versions: [[1]],
      ended: "2013-04-05", successor: "Struts 7 or another framework",
      "https://struts.apache.org/struts1eol-announcement.html"),
    .init(
      "RxJava 1", .maven, ["io.reactivex:rxjava"], versions: [[1]], ended: "2018-03-31",
      successor: "RxJava 3", "https://github.com/ReactiveX/RxJava"),
    .init(
      "RxJava 2", .maven, ["io.reactivex.rxjava2:rxjava"], versions: [[2]], ended: "2021-02-28",
      successor: "RxJava 3", "https://github.com/ReactiveX/RxJava"),
    .init(
      "EF Core 1", .nuget, ["microsoft.entityframeworkcore*"], versions: [[1]], ended: "2019-06-27",
      successor: "a line that is supported, EF Core 10", "https://learn.microsoft.com/ef/core/what-is-new/"),
    .init(
      "EF Core 2", .nuget, ["microsoft.entityframeworkcore*"], versions: [[2]], ended: "2021-08-21",
      successor: "a line that is supported, EF Core 10", "https://learn.microsoft.com/ef/core/what-is-new/"),
    .init(
      "EF Core 3.0", .nuget, ["microsoft.entityframeworkcore*"], versions: [[3, 0]], ended: "2020-03-03",
      successor: "a line that is supported, EF Core 10", "https://learn.microsoft.com/ef/core/what-is-new/"),
    .init(
      "EF Core 3.1", .nuget, ["microsoft.entityframeworkcore*"], versions: [[3, 1]], ended: "2022-12-13",
      successor: "a line that is supported, EF Core 10", "https://learn.microsoft.com/ef/core/what-is-new/"),
    .init(
      "EF Core 5", .nuget, ["microsoft.entityframeworkcore*"], versions: [[5]], ended: "2022-05-10",
      successor: "a line that is supported, EF Core 10", "https://learn.microsoft.com/ef/core/what-is-new/"),
    .init(
      "EF Core 6", .nuget, ["microsoft.entityframeworkcore*"], versions: [[6]], ended: "2024-11-12",
      successor: "a line that is supported, EF Core 10", "https://learn.microsoft.com/ef/core/what-is-new/"),
    .init(
      "EF Core 7", .nuget, ["microsoft.entityframeworkcore*"], versions: [[7]], ended: "2024-05-14",
      successor: "a line that is supported, EF Core 10", "https://learn.microsoft.com/ef/core/what-is-new/"),
    .init(
      "EF Core 8, 9", .nuget, ["microsoft.entityframeworkcore*"], versions: [[8], [9]], ended: "2026-11-10",
      successor: "a line that is supported, EF Core 10", "https://learn.microsoft.com/ef/core/what-is-new/"),
    .init(
      "EF Core 10", .nuget, ["microsoft.entityframeworkcore*"], versions: [[10]], ended: "2028-11-10",
      successor: "a line that is supported, EF Core 10", "https://learn.microsoft.com/ef/core/what-is-new/"),
    .init(
      "Rails 4", .rubyGems, ["rails", "railties", "actionpack", "activerecord", "activesupport"],
      versions: [[4]], ended: "2017-04-27", successor: "a line that is supported, 8.0 or newer",
      "https://rubyonrails.org/maintenance"),
    .init(
      "Rails 5", .rubyGems, ["rails", "railties", "actionpack", "activerecord", "activesupport"],
      versions: [[5]], ended: "2022-06-01", successor: "a line that is supported, 8.0 or newer",
      "https://rubyonrails.org/maintenance"),
    .init(
      "Rails 6.0", .rubyGems, ["rails", "railties", "actionpack", "activerecord", "activesupport"],
      versions: [[6, 0]], ended: "2023-06-01", successor: "a line that is supported, 8.0 or newer",
      "https://rubyonrails.org/maintenance"),
    .init(
      "Rails 6.1", .rubyGems, ["rails", "railties", "actionpack", "activerecord", "activesupport"],
      versions: [[6, 1]], ended: "2024-10-01", successor: "a line that is supported, 8.0 or newer",
      "https://rubyonrails.org/maintenance"),
    .init(
      "Rails 7.0", .rubyGems, ["rails", "railties", "actionpack", "activerecord", "activesupport"],
      versions: [[7, 0]], ended: "2025-04-01", successor: "a line that is supported, 8.0 or newer",
      "https://rubyonrails.org/maintenance"),
    .init(
      "Rails 7.1", .rubyGems, ["rails", "railties", "actionpack", "activerecord", "activesupport"],
      versions: [[7, 1]], ended: "2025-10-01", successor: "a line that is supported, 8.0 or newer",
      "https://rubyonrails.org/maintenance"),
    .init(
      "dgrijalva/jwt-go", .go, ["github.com/dgrijalva/jwt-go*"], versions: [], ended: nil,
      successor: "`github.com/golang-jwt/jwt/v5`", "https://github.com/dgrijalva/jwt-go"),
  ]

  /// - Parameter text: A literal of the table above; a misspelt one would be our own fault.
  fileprivate static func day(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no day") }
    return date
  }
}

extension SupportCalendar.Line {
  fileprivate init(
    _ product: String, _ ecosystem: Ecosystem, _ names: [String], versions: [[Int]], ended: String?,
    successor: String, _ reference: String
  ) {
    self.init(
      product: product, ecosystem: ecosystem, names: names, versions: versions,
      ended: ended.map(SupportCalendar.day), successor: successor, reference: reference)
  }
}
