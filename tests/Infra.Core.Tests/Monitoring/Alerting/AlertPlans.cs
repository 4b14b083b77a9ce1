using System.Collections.Immutable;
using Infra.Core.Monitoring.Alerting;
using Infra.Core.Serving.Schedules;

namespace Infra.Core.Tests.Monitoring.Alerting;

/// <summary>An environment with every kind of receiver, a tenant that is told of everything and one that is told of P0 alone.</summary>
internal static class AlertPlans
{
    private static readonly ImmutableArray<DayOfWeek> _working = [.. Weekdays.Working.Select(Weekdays.ToDayOfWeek)];

    public static AlertPlan Full { get; } = new()
    {
        Environment = "prod",
        Receivers =
        [
            new PagerDutyReceiver("on-call", new SecretFile("alertmanager-receivers", "on-call")),
            new SlackReceiver("chat", new SecretFile("alertmanager-receivers", "chat"))
            {
                Hours = [new OfficeWindow("Europe/Berlin", _working, 8 * 60, 18 * 60), new OfficeWindow("America/New_York", [DayOfWeek.Friday], 22 * 60, 2 * 60)],
            },
            new SnsReceiver("topic", "arn:aws:sns:us-west-2:123456789012:alerts"),
            new WebhookReceiver("search-tickets", "https://tickets.example.com/gpu", new SecretFile("search", "token")),
            new WebhookReceiver("search-room", "http://room.search.svc:8080/alerts", null),
            new WebhookReceiver("heartbeat", null, new SecretFile("alertmanager-receivers", "heartbeat")),
        ],
        Platform = new AlertAudience(["on-call", "chat"], ["chat", "topic"], []),
        Tenants = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
        [
            KeyValuePair.Create("search", new AlertAudience(["search-room", "search-tickets"], ["search-tickets"], ["search-tickets"])),
            KeyValuePair.Create("vision", new AlertAudience(["topic"], [], [])),
        ]),
        DeadMansSwitch = "heartbeat",
    };

    /// <summary>One receiver for everything.</summary>
    public static AlertPlan Small { get; } = new()
    {
        Environment = "dev",
        Receivers = [new SnsReceiver("topic", "arn:aws:sns:us-west-2:123456789012:alerts")],
        Platform = new AlertAudience(["topic"], ["topic"], ["topic"]),
    };
}
