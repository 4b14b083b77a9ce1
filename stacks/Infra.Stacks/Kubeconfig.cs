using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Stacks;

/// <summary>
/// A kubeconfig for an EKS cluster, as JSON (which is YAML too). It holds no token: the AWS CLI fetches one at each use, so
/// that a new token changes no input and replaces no object.
/// </summary>
internal static class Kubeconfig
{
    public static string ForEks(string cluster, string region, string endpoint, string certificateAuthority) => new JObject
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Config",
        ["clusters"] = Entry(cluster, "cluster", new JObject { ["server"] = endpoint, ["certificate-authority-data"] = certificateAuthority }),
        ["users"] = Entry(cluster, "user", new JObject
        {
            ["exec"] = new JObject
            {
                ["apiVersion"] = "client.authentication.k8s.io/v1",
                ["command"] = "aws",
                ["args"] = new JArray("eks", "get-token", "--cluster-name", cluster, "--region", region),
                ["interactiveMode"] = "Never",
            },
        }),
        ["contexts"] = Entry(cluster, "context", new JObject { ["cluster"] = cluster, ["user"] = cluster }),
        ["current-context"] = cluster,
    }.ToString(Formatting.None);

    private static JArray Entry(string name, string kind, JObject content) => [new JObject { ["name"] = name, [kind] = content }];
}
