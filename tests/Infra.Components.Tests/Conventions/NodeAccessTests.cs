using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Security;
using Infra.TestKit;
using Infra.TestKit.Components;

namespace Infra.Components.Tests.Conventions;

/// <summary>Who reaches into a node is listed with a reason, whether an environment has it or not.</summary>
public sealed class NodeAccessTests
{
    private const string Namespace = "kubernetes:core/v1:Namespace";

    [Fact]
    public async Task Whoever_breaks_the_level_restricted_is_listed_and_nobody_else()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var component in ComponentCatalog.Classes)
        {
            var run = await ComponentConventionsTests.Run(component, "a");
            if (run.Registrations.Any(IsPrivileged))
            {
                _ = found.Add($"{ComponentTypes.Package}:index:{component.Name}");
            }
        }

        Assert.Equal(NodeAccess.Reasons.Keys, found);
    }

    [Fact]
    public void Every_reason_is_told_to_users()
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs/threat-model.md"));

        Findings.None(NodeAccess.Reasons.Select(one => $"| `{one.Key.Split(':')[^1]}` | {one.Value} |").Where(row => !page.Contains(row, StringComparison.Ordinal)));
    }

    // A namespace for such pods, or a pod that we write ourselves.
    private static bool IsPrivileged(Registration registration) => registration.Type == Namespace
        ? (string?)registration.Inputs.SelectToken($"metadata.labels['{PodSecurityLabels.Enforce}']") != PodSecurityLabels.Restricted
        : registration.Inputs.SelectToken("spec.template.spec") is { } pod && !RestrictedPods.Findings((JsonObject)JsonNode.Parse(pod.ToString())!).IsEmpty;
}
