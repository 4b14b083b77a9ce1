using System.Text.Json;

namespace Infra.Stacks;

/// <summary>
/// A kubeconfig for an EKS cluster, as JSON (which is YAML too). It holds no token: the AWS CLI fetches one at each use, so
/// that a new token changes no input and replaces no object.
/// </summary>
internal static class Kubeconfig
{
    public static string ForEks(string cluster, string region, string endpoint, string certificateAuthority) => JsonSerializer.Serialize(new
    {
        apiVersion = "v1",
        kind = "Config",
        clusters = new[]
        {
            new { name = cluster, cluster = new Dictionary<string, string> { ["server"] = endpoint, ["certificate-authority-data"] = certificateAuthority } },
        },
        users = new[]
        {
            new
            {
                name = cluster,
                user = new
                {
                    exec = new
                    {
                        apiVersion = "client.authentication.k8s.io/v1",
                        command = "aws",
                        args = new[] { "eks", "get-token", "--cluster-name", cluster, "--region", region },
                        interactiveMode = "Never",
                    },
                },
            },
        },
        contexts = new[] { new { name = cluster, context = new { cluster, user = cluster } } },
        currentContext = cluster,
    }).Replace("\"currentContext\"", "\"current-context\"", StringComparison.Ordinal);
}
