using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>Nobody signs in to AWS with keys that don't end.</summary>
internal sealed class StaticAwsKeys : IPolicyRule
{
    private const string Instead = "give the ServiceAccount a role by EKS Pod Identity";

    public RuleDescription About { get; } = new(
        "SEC010",
        PolicySeverity.Error,
        "Pods reach AWS by roles, not by keys",
        "An access key works from everywhere and for ever, and ends up in images, logs and backups; what S3 it opens stays open until somebody notices.",
        "seed S1.13 (fix); EKS user guide, \"EKS Pod Identities\"");

    public IEnumerable<Verdict> Check(PolicyContext context) => Variables(context).Concat(Secrets(context)).Concat(Users(context));

    private static IEnumerable<Verdict> Variables(PolicyContext context) =>
        from pod in context.Pods
        from container in pod.AllContainers
        from variable in container.Body["env"].Items
        where IsKey(variable["name"].Text)
        select pod.Owner.Finding(variable, $"{variable["name"].Text} is a key that doesn't end; {Instead}");

    private static IEnumerable<Verdict> Secrets(PolicyContext context) =>
        from secret in context.OfKind("Secret", "ConfigMap")
        from data in secret["data"].Entries.Concat(secret["stringData"].Entries)
        where IsKey(data.Key)
        select secret.Finding(data.Value, $"{data.Key} is a key that doesn't end; {Instead}");

    private static IEnumerable<Verdict> Users(PolicyContext context) =>
        context.OfType("aws:iam/accessKey:AccessKey").Select(key => key.Finding($"makes a key that doesn't end, and puts it into the state; {Instead}"));

    private static bool IsKey(string? name) => name?.Replace('-', '_').ToUpperInvariant() is "AWS_ACCESS_KEY_ID" or "AWS_SECRET_ACCESS_KEY";
}
