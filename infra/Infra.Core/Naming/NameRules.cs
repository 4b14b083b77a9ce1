namespace Infra.Core.Naming;

/// <summary>The name rules of Kubernetes, Helm and AWS for everything that this project names and another system addresses.</summary>
public static class NameRules
{
    private const string KubernetesNames = "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/";
    private const string KubernetesLabels = "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/";
    private const string EksApi = "https://docs.aws.amazon.com/eks/latest/APIReference/";

    private const string AlphanumericEnds = "with a letter or digit at both ends";

    /// <summary>RFC 1123 label: namespaces, and every object whose name becomes a host name or a label value.</summary>
    public static NameRule DnsLabel { get; } = new()
    {
        Kind = "a Kubernetes name",
        Allowed = $"lowercase letters, digits and '-', {AlphanumericEnds}",
        Source = KubernetesNames,
        MaxLength = 63,
        Inner = "-",
        IsLowerCase = true,
    };

    /// <summary>RFC 1123 subdomain: most other Kubernetes objects.</summary>
    public static NameRule DnsSubdomain { get; } = new()
    {
        Kind = "a Kubernetes object name",
        Allowed = $"lowercase letters, digits, '-' and '.', {AlphanumericEnds} and on both sides of each '.'",
        Source = KubernetesNames,
        MaxLength = 253,
        Inner = "-.",
        IsLowerCase = true,
        PointsSeparate = true,
    };

    /// <summary>RFC 1035 label: Services.</summary>
    public static NameRule ServiceName { get; } = new()
    {
        Kind = "a Kubernetes Service name",
        Allowed = "lowercase letters, digits and '-', with a letter first and a letter or digit last",
        Source = KubernetesNames,
        MaxLength = 63,
        Inner = "-",
        IsLowerCase = true,
        Ends = NameEnds.LetterFirst,
    };

    /// <summary>The value of a label or taint; may be empty.</summary>
    public static NameRule LabelValue { get; } = new()
    {
        Kind = "a Kubernetes label value",
        Allowed = $"letters, digits, '-', '_' and '.', {AlphanumericEnds}",
        Source = KubernetesLabels,
        MinLength = 0,
        MaxLength = 63,
        Inner = "-_.",
    };

    /// <summary>The part of a label or taint key after the slash, or the whole key without one; <see cref="LabelKey"/> judges whole keys.</summary>
    public static NameRule LabelName { get; } = LabelValue with { Kind = "the name of a Kubernetes label", MinLength = 1 };

    /// <summary>A Helm release; shorter than other names because charts append to it.</summary>
    public static NameRule HelmRelease { get; } = DnsLabel with
    {
        Kind = "a Helm release name",
        Source = "https://helm.sh/docs/chart_template_guide/getting_started/",
        MaxLength = 53,
    };

    /// <summary>An EKS cluster.</summary>
    public static NameRule EksCluster { get; } = new()
    {
        Kind = "an EKS cluster name",
        Allowed = "letters, digits, '-' and '_', with a letter or digit first",
        Source = EksApi + "API_CreateCluster.html",
        MaxLength = 100,
        Inner = "-_",
        Ends = NameEnds.FreeLast,
    };

    /// <summary>A user of ElastiCache, or a group of them; unique in account and region.</summary>
    public static NameRule ElastiCacheUser { get; } = new()
    {
        Kind = "an ElastiCache user id",
        Allowed = "lowercase letters, digits and '-', with a letter first and a letter or digit last",
        Source = "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateUser.html",
        MaxLength = 40,
        Inner = "-",
        IsLowerCase = true,
        Ends = NameEnds.LetterFirst,
    };

    /// <summary>An EKS managed node group.</summary>
    public static NameRule EksNodeGroup { get; } = EksCluster with
    {
        Kind = "an EKS node group name",
        Source = EksApi + "API_CreateNodegroup.html",
        MaxLength = 63,
    };

    /// <summary>An IAM role; unique in the account without regard to case.</summary>
    public static NameRule IamRole { get; } = new()
    {
        Kind = "an IAM role name",
        Allowed = "letters, digits and the characters _+=,.@-",
        Source = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
        MaxLength = 64,
        Inner = "-_+=,.@",
        Ends = NameEnds.Free,
    };
}
