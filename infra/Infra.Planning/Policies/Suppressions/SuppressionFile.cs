using System.Collections.Immutable;
using System.Globalization;
using Infra.Core.Configuration;
using Infra.Planning.Model;
using Infra.Planning.Policies.Manifests;
using Infra.Planning.Workloads;
using YamlDotNet.Core;

namespace Infra.Planning.Policies.Suppressions;

/// <summary>Reads a file of suppressions: a list with <c>rule</c>, <c>resource</c>, <c>reason</c> and <c>until</c>, each of which is required.</summary>
public static class SuppressionFile
{
    /// <summary>The file that is read unless another is named.</summary>
    public const string Name = "policy-suppressions.yaml";

    private const string Root = "suppressions";

    /// <summary>The suppressions; nothing to rely on where there are problems.</summary>
    /// <param name="file">The file, as a user knows it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="problems">Where the problems go.</param>
    public static ImmutableArray<PolicySuppression> Read(string file, string text, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            var documents = YamlValues.Read(text).ToList();
            return documents switch
            {
                [] => [],
                [var (_, value)] => Bind(file, Json(value), problems),
                _ => Wrong(problems, "the file has several documents; write one list"),
            };
        }
        catch (YamlException e)
        {
            return Wrong(problems, $"line {e.Start.Line} is not YAML: {e.InnerException?.Message ?? e.Message}");
        }
    }

    private static ImmutableArray<PolicySuppression> Wrong(ConfigProblems problems, string why)
    {
        problems.Add(Root, why);
        return [];
    }

    private static ImmutableArray<PolicySuppression> Bind(string file, string json, ConfigProblems problems)
    {
        var entries = ConfigBinder.Bind<ImmutableArray<SuppressionEntry>>(Root, json, problems);
        return entries.IsDefault ? [] : [.. entries.Select((entry, i) => Of(file, entry, ConfigPath.Index(Root, i), problems)).OfType<PolicySuppression>()];
    }

    private static string Json(PlanValue value) => KnownInputs.Of(ValueMap.Create([KeyValuePair.Create(Root, value)]))[Root]?.ToJsonString() ?? "null";

    private static PolicySuppression? Of(string file, SuppressionEntry entry, string path, ConfigProblems problems)
    {
        var (rule, until) = (ConfigPath.Key(path, "rule"), ConfigPath.Key(path, "until"));
        if (!problems.Cover(rule) && entry.Rule.Length > 0 && !PolicyRules.IsRule(entry.Rule))
        {
            var nearest = Suggestion.Nearest(entry.Rule, PolicyRules.All.Select(known => known.About.Id));
            problems.Add(rule, $"there is no rule {Shown.Quoted(entry.Rule)}; {(nearest is null ? "" : $"did you mean '{nearest}'? ")}'./run explain rule' lists them");
        }

        if (!DateOnly.TryParseExact(entry.Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (!problems.Cover(until))
            {
                problems.Add(until, $"{Shown.Quoted(entry.Until)} is no date; allowed: the last day as YYYY-MM-DD, such as 2027-03-01");
            }

            return null;
        }

        return new PolicySuppression(entry.Rule, entry.Resource, entry.Reason, day, $"{file}, {path}");
    }
}
