using System.Collections.Immutable;

namespace Infra.Architecture.Tests.Projects;

/// <summary>Holds project files against the layer picture.</summary>
internal static class LayerCheck
{
    private const string EmbeddedCondition = "'$(PulumiSdk)' == 'embedded'";

    /// <summary>One line for each thing that is wrong; empty when all is well.</summary>
    public static IEnumerable<string> Violations(ProjectFile project, IReadOnlyDictionary<string, ProjectRule> rules)
    {
        if (!rules.TryGetValue(project.Name, out var rule))
        {
            return [$"{project.Path}: is not in the layer picture"];
        }
        return
        [
            .. project.IsEmbeddedOnly == rule.EmbeddedOnly ? ImmutableArray<string>.Empty
                : [$"{project.Path}: EmbeddedBuildOnly is {project.IsEmbeddedOnly}, the layer picture says {rule.EmbeddedOnly}"],
            .. project.References.SelectMany(reference => Violations(project, rule, reference, rules)),
        ];
    }

    private static IEnumerable<string> Violations(
        ProjectFile project, ProjectRule rule, Reference reference, IReadOnlyDictionary<string, ProjectRule> rules)
    {
        if (!rule.Of(reference.Kind).Contains(reference.Name))
        {
            yield return $"{project.Path}: may not reference {reference.Name} ({reference.Kind})";
        }
        if (reference.Version is not null)
        {
            yield return $"{project.Path}: {reference.Name} has a version of its own; versions stand in Directory.Packages.props";
        }
        var leavesItsBuild = reference.Kind == ReferenceKind.Project && !rule.EmbeddedOnly
            && rules.TryGetValue(reference.Name, out var target) && target.EmbeddedOnly;
        if (leavesItsBuild && reference.Condition != EmbeddedCondition)
        {
            yield return $"{project.Path}: {reference.Name} exists in the embedded build only; reference it under {EmbeddedCondition}";
        }
    }
}
