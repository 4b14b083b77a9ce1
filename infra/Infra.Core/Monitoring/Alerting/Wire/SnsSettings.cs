using Newtonsoft.Json;

namespace Infra.Core.Monitoring.Alerting.Wire;

/// <summary>A topic of Amazon SNS (receiver since 0.23).</summary>
/// <param name="TopicArn">Its ARN.</param>
/// <param name="Sigv4">How requests are signed.</param>
/// <param name="Subject">Subject of mails.</param>
/// <param name="Message">The message.</param>
/// <param name="SendResolved">Whether ends of alerts are told.</param>
public sealed record SnsSettings(
    string TopicArn, SigningSettings Sigv4, string Subject, string Message, [property: JsonProperty(DefaultValueHandling = DefaultValueHandling.Include)] bool SendResolved);

/// <summary>How requests to AWS are signed; who signs them the pod's identity says.</summary>
/// <param name="Region">Region of the service.</param>
public sealed record SigningSettings(string Region);
