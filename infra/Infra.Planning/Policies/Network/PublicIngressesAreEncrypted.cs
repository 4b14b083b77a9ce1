using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Network;

/// <summary>Prompts and keys don't cross the internet as text.</summary>
internal sealed class PublicIngressesAreEncrypted : IPolicyRule
{
    private const string Alb = "alb.ingress.kubernetes.io/";

    public RuleDescription About { get; } = new(
        "NET004",
        PolicySeverity.Warning,
        "An Ingress has TLS, or is internal",
        "API keys, prompts and answers are read and changed by whoever sits between client and load balancer.",
        "AWS Load Balancer Controller, \"Ingress annotations\", \"TLS\"; kubernetes.io, \"Ingress\", \"TLS\"");

    public IEnumerable<Verdict> Check(PolicyContext context) => context.OfKind("Ingress").SelectMany(ingress => Of(ingress, context));

    private static IEnumerable<Verdict> Of(PolicySubject ingress, PolicyContext context)
    {
        var annotations = ingress["metadata", "annotations"];
        var parameters = context.Find("IngressClass", "", ingress["spec", "ingressClassName"].Text ?? "") is { } found
            ? context.Find("IngressClassParams", "", found["spec", "parameters", "name"].Text ?? "")
            : null;
        if (annotations.IsHidden || annotations[$"{Alb}scheme"].IsHidden || parameters?["spec"].IsHidden == true)
        {
            return [ingress.NotKnown(annotations)];
        }

        var isInternal = (parameters?["spec", "scheme"].Text ?? annotations[$"{Alb}scheme"].Text) == "internal";
        var isEncrypted = !ingress["spec", "tls"].IsAbsent || !annotations[$"{Alb}certificate-arn"].IsAbsent || parameters?["spec", "certificateArn"].IsAbsent == false
            || annotations[$"{Alb}listen-ports"].Text?.Contains("HTTPS", StringComparison.Ordinal) == true;
        return isInternal || isEncrypted ? [] : [ingress.Finding($"serves plain HTTP; add spec.tls, or {Alb}certificate-arn, or {Alb}scheme: internal")];
    }
}
