namespace Infra.Core.Monitoring.Alerting.Wire;

/// <summary>A channel of Slack.</summary>
/// <param name="ApiUrlFile">File with the address of an incoming webhook (since 0.22).</param>
/// <param name="Title">Title of a message.</param>
/// <param name="Text">The message.</param>
/// <param name="SendResolved">Whether ends of alerts are told.</param>
public sealed record SlackSettings(string ApiUrlFile, string Title, string Text, bool SendResolved);
