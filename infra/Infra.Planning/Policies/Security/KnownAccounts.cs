using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>An AWS provider knows the account that it may work in.</summary>
internal sealed class KnownAccounts : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "SEC023",
        PolicySeverity.Warning,
        "Every AWS provider says which accounts it may change",
        "With the credentials of another account in the shell, the same program builds a second platform there, or deletes resources that it takes for its own.",
        "pulumi.com, AWS provider, allowedAccountIds");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from provider in context.OfType("pulumi:providers:aws")
        where !provider.Resource.Name.StartsWith("default", StringComparison.Ordinal)
        from verdict in provider.Judge(provider["allowedAccountIds"], accounts => accounts.IsAbsent || accounts.Text is "[]" or "" ? "any account will do; set AllowedAccountIds" : null)
        select verdict;
}
