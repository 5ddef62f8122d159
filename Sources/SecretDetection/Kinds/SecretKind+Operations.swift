internal import FindingModel

extension SecretKind {
  package static let datadogKey = SecretKind(
    "datadogKey", "a Datadog key", .high, "send data, or with an application key read all of it",
    "https://app.datadoghq.com/organization-settings/api-keys")
  package static let newRelicKey = SecretKind(
    "newRelicKey", "a New Relic key", .high, "read or send the account's data",
    "https://one.newrelic.com/api-keys")
  package static let sentryToken = SecretKind(
    "sentryToken", "a Sentry token", .high, "read errors with what they hold, and change projects",
    "https://sentry.io/settings/account/api/auth-tokens/")
  package static let grafanaToken = SecretKind(
    "grafanaToken", "a Grafana token", .high, "read and change dashboards and data sources",
    "https://grafana.com/docs/grafana/latest/administration/service-accounts/")
  package static let pagerDutyKey = SecretKind(
    "pagerDutyKey", "a PagerDuty key", .high, "read and change incidents",
    "https://support.pagerduty.com/main/docs/api-access-keys")
  package static let dynatraceToken = SecretKind(
    "dynatraceToken", "a Dynatrace token", .high, "read and change the environment",
    "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens"
  )
  package static let splunkToken = SecretKind(
    "splunkToken", "a Splunk HEC token", .medium, "write events into the index",
    "https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector")
  package static let honeycombKey = SecretKind(
    "honeycombKey", "a Honeycomb key", .high, "read or send the team's events",
    "https://docs.honeycomb.io/configure/environments/manage-api-keys/")
  package static let postHogKey = SecretKind(
    "postHogKey", "a PostHog personal API key", .high, "read and change the projects",
    "https://app.posthog.com/settings/user-api-keys")
  package static let opsgenieKey = SecretKind(
    "opsgenieKey", "an Opsgenie key", .high, "read and change alerts",
    "https://support.atlassian.com/opsgenie/docs/api-key-management/")
  package static let rollbarToken = SecretKind(
    "rollbarToken", "a Rollbar token", .medium, "read or send errors",
    "https://docs.rollbar.com/docs/access-tokens")

  static let operations: [SecretKind] = [
    .datadogKey, .newRelicKey, .sentryToken, .grafanaToken, .pagerDutyKey, .dynatraceToken, .splunkToken,
    .honeycombKey, .postHogKey, .opsgenieKey, .rollbarToken,
  ]
}
