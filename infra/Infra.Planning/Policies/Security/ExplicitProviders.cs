using Infra.Planning.Model;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>Nothing lands in whatever account or cluster the shell points to.</summary>
internal sealed class ExplicitProviders : IPolicyRule
{
    private static readonly string[] _ambient = ["aws", "kubernetes"];

    public RuleDescription About { get; } = new(
        "SEC022",
        PolicySeverity.Error,
        "No resource is left to a default provider",
        "A default provider takes the account from the shell and the cluster from the current kubeconfig context: a deploy of dev, started in the wrong window, changes production.",
        "pulumi.com, \"Disabling default providers\"; pulumi/pulumi #3383");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from subject in context.Subjects
        where subject.Resource.Provider is { } provider && IsAmbient(provider)
        select subject.Finding($"is left to the default provider {subject.Resource.Provider!.Name}; pass a provider with account and region, or kubeconfig, and set pulumi:disable-default-providers");

    private static bool IsAmbient(Urn provider) =>
        provider.Name.StartsWith("default", StringComparison.Ordinal) && _ambient.Any(package => provider.Type == WellKnownTypes.ProviderPrefix + package);
}
