using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Shared;

/// <summary>IAM policy documents as JSON text.</summary>
internal static class PolicyDocuments
{
    // Fixed by IAM: the current version of the policy language.
    private const string LanguageVersion = "2012-10-17";

    /// <summary>Trust policy for an AWS service, e.g. <c>ec2.amazonaws.com</c>.</summary>
    public static string AssumedByService(string service) => Of(new JObject
    {
        ["Effect"] = "Allow",
        ["Principal"] = new JObject { ["Service"] = service },
        ["Action"] = "sts:AssumeRole",
    });

    /// <summary>Trust policy for an AWS service that acts for one resource of one account (IAM user guide, "The confused deputy problem").</summary>
    /// <param name="service">The service, e.g. <c>eks.amazonaws.com</c>.</param>
    /// <param name="account">The account.</param>
    /// <param name="source">ARN of the resource, or a pattern with <c>*</c>.</param>
    /// <param name="tagsSession">Whether the service tags its sessions, as EKS Auto Mode does.</param>
    public static string AssumedByService(string service, string account, string source, bool tagsSession = false) => Of(new JObject
    {
        ["Effect"] = "Allow",
        ["Principal"] = new JObject { ["Service"] = service },
        ["Action"] = tagsSession ? new JArray("sts:AssumeRole", "sts:TagSession") : "sts:AssumeRole",
        ["Condition"] = new JObject
        {
            ["StringEquals"] = new JObject { ["aws:SourceAccount"] = account },
            ["ArnLike"] = new JObject { ["aws:SourceArn"] = source },
        },
    });

    /// <summary>
    /// Trust policy for the pods of one cluster's service accounts through EKS Pod Identity (EKS user guide, "Pod Identity role"). Without
    /// the conditions, whoever may make an association in the account could hand the role to any pod.
    /// </summary>
    public static string AssumedByPods(string cluster, string @namespace, params string[] serviceAccounts) => Of(new JObject
    {
        ["Effect"] = "Allow",
        ["Principal"] = new JObject { ["Service"] = "pods.eks.amazonaws.com" },
        ["Action"] = new JArray("sts:AssumeRole", "sts:TagSession"),
        ["Condition"] = new JObject
        {
            ["StringEquals"] = new JObject
            {
                ["aws:RequestTag/eks-cluster-name"] = cluster,
                ["aws:RequestTag/kubernetes-namespace"] = @namespace,
                ["aws:RequestTag/kubernetes-service-account"] = new JArray(serviceAccounts),
            },
        },
    });

    /// <summary>A document of these statements.</summary>
    public static string Of(params JObject[] statements) =>
        new JObject { ["Version"] = LanguageVersion, ["Statement"] = new JArray(statements) }.ToString(Formatting.None);
}
