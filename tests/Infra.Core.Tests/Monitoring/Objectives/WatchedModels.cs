using Infra.Core.Monitoring;
using Infra.Core.Monitoring.Objectives;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Serving;
using Infra.Core.Serving.Autoscaling;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Monitoring.Objectives;

/// <summary>Models that promise everything, and their rules in the form that promtool reads.</summary>
internal static class WatchedModels
{
    public static WatchedModel Of(ScaledModel model) => new()
    {
        Name = "chat",
        Namespace = "ns",
        Metrics = model.Runtime.Metrics!,
        Objectives = new ServiceObjectives
        {
            LatencyP95Seconds = 2,
            LatencyP99Seconds = 10,
            ErrorRatio = 0.01,
            Availability = 0.995,
            FirstTokenP95Seconds = 0.5,
            InterTokenP95Seconds = 0.1,
            QueueP95Seconds = 5,
        },
        PodPattern = ModelPods.Pattern(model.Backend, "chat"),
        LeastPods = 2,
        ColdStart = TimeSpan.FromSeconds(250),
        HasGpus = true,
    };

    public static List<Rule> Rules(WatchedModel model) => [.. ModelRules.Of(model).SelectMany(group => group.Rules)];

    public static IEnumerable<JToken> Written(IEnumerable<Rule> rules) => rules.Select(Written);

    public static JObject Written(Rule rule) => rule switch
    {
        RecordingRule recording => new JObject { ["record"] = recording.Series.Name, ["expr"] = recording.Expression.Text, ["labels"] = Labels(recording) },
        AlertRule alert => new JObject
        {
            ["alert"] = alert.Name,
            ["expr"] = alert.Expression.Text,
            ["for"] = PromDuration.Text(alert.For),
            ["labels"] = new JObject(Labels(alert).Properties().Append(new JProperty("severity", alert.Severity.ToString()))),
            ["annotations"] = new JObject { ["summary"] = alert.Summary, ["description"] = alert.Description },
        },
        _ => throw new InvalidOperationException(),
    };

    private static JObject Labels(Rule rule) => new(rule.Labels.Select(label => new JProperty(label.Key, label.Value)));
}
