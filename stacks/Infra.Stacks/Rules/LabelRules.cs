using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Labels and taints that Kubernetes accepts: a bad one would fail only in the middle of an update.</summary>
internal static class LabelRules
{
    public static void CheckLabels(string path, ImmutableSortedDictionary<string, string> labels, ConfigProblems problems)
    {
        foreach (var (key, value) in labels)
        {
            Check(ConfigPath.Key(path, key), LabelKey.Problem(key) ?? NameRules.LabelValue.Problem(value), problems);
        }
    }

    public static void CheckTaints(string path, ImmutableArray<TaintConfig> taints, ConfigProblems problems)
    {
        for (var i = 0; i < taints.Length; i++)
        {
            var taint = ConfigPath.Index(path, i);
            Check(ConfigPath.Key(taint, "key"), LabelKey.Problem(taints[i].Key), problems);
            Check(ConfigPath.Key(taint, "value"), NameRules.LabelValue.Problem(taints[i].Value), problems);
            if (taints.Take(i).Any(other => (other.Key, other.Effect) == (taints[i].Key, taints[i].Effect)))
            {
                Check(ConfigPath.Key(taint, "key"), $"{Shown.Quoted(taints[i].Key)} has a taint of this effect already; a key has one taint per effect", problems);
            }
        }
    }

    private static void Check(string path, string? problem, ConfigProblems problems)
    {
        // What could not be read is a placeholder.
        if (problem is not null && !problems.Cover(path))
        {
            problems.Add(path, problem);
        }
    }
}
