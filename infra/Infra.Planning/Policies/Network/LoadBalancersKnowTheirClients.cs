using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Network;

/// <summary>A Service doesn't open a model to the internet by its type.</summary>
internal sealed class LoadBalancersKnowTheirClients : IPolicyRule
{
    private const string Scheme = "service.beta.kubernetes.io/aws-load-balancer-scheme";
    private const string Internal = "service.beta.kubernetes.io/aws-load-balancer-internal";
    private const string Ranges = "service.beta.kubernetes.io/load-balancer-source-ranges";

    public RuleDescription About { get; } = new(
        "NET002",
        PolicySeverity.Error,
        "A Service of type LoadBalancer is internal, or names its clients",
        "The port answers the internet, without sign-in: strangers use the GPUs, or whatever else listens there.",
        "kubernetes.io, ServiceSpec, loadBalancerSourceRanges; AWS Load Balancer Controller, \"Service annotations\"");

    public IEnumerable<Verdict> Check(PolicyContext context) => context.OfKind("Service").Where(service => service["spec", "type"].Text == "LoadBalancer").SelectMany(Of);

    private static IEnumerable<Verdict> Of(PolicySubject service)
    {
        var annotations = service["metadata", "annotations"];
        var isInternal = annotations[Scheme].IsAbsent ? annotations[Internal].IsTrue || IsAwsController(service) : annotations[Scheme].Text == "internal";
        var limits = service["spec", "loadBalancerSourceRanges"];
        return annotations.IsHidden || annotations[Scheme].IsHidden ? [service.NotKnown(annotations)]
            : isInternal || !annotations[Ranges].IsAbsent ? []
            : service.Judge(limits, ranges => ranges.Items.Any() && !ranges.Items.Any(range => range.Text == "0.0.0.0/0")
                ? null
                : $"answers the internet; set {Scheme}: internal, or loadBalancerSourceRanges to the networks of its clients");
    }

    // Whose load balancers are internal unless they are told otherwise.
    private static bool IsAwsController(PolicySubject service) => service["spec", "loadBalancerClass"].Text is "service.k8s.aws/nlb" or "eks.amazonaws.com/nlb";
}
