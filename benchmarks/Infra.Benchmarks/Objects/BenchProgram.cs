using System.Globalization;
using Pulumi;

namespace Infra.Benchmarks.Objects;

/// <summary>A Pulumi program of N models and nothing else.</summary>
internal static class BenchProgram
{
    public static string NameOf(int model) => string.Create(CultureInfo.InvariantCulture, $"model-{model:00000}");

    public static Func<Task<int>> Of(int models) => () => Deployment.RunAsync(() =>
    {
        var options = new ComponentResourceOptions { Provider = new Pulumi.Kubernetes.Provider("kubernetes", new() { KubeConfig = "{}" }) };
        for (var i = 0; i < models; i++)
        {
            _ = new BenchModel(NameOf(i), options);
        }
    });
}
