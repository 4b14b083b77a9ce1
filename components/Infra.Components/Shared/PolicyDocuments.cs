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

    /// <summary>Trust policy for pods through EKS Pod Identity (EKS user guide, "Pod Identity role").</summary>
    public static string AssumedByPods() => Of(new JObject
    {
        ["Effect"] = "Allow",
        ["Principal"] = new JObject { ["Service"] = "pods.eks.amazonaws.com" },
        ["Action"] = new JArray("sts:AssumeRole", "sts:TagSession"),
    });

    /// <summary>A document of these statements.</summary>
    public static string Of(params JObject[] statements) =>
        new JObject { ["Version"] = LanguageVersion, ["Statement"] = new JArray(statements) }.ToString(Formatting.None);
}
