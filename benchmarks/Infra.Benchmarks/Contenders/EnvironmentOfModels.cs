using System.Text;
using Infra.Benchmarks.Objects;

namespace Infra.Benchmarks.Contenders;

/// <summary>An environment like the shipped <c>local</c> with any number of models: what the whole program is measured with, configuration and its checks included.</summary>
internal static class EnvironmentOfModels
{
    public const string Name = "bench";

    /// <summary>Kubernetes objects of a model with TensorFlow Serving, by the plain backend.</summary>
    public const int ObjectsPerModel = 6;

    public static string Write(string folder, int models)
    {
        var text = new StringBuilder("""
            config:
              pulumi:disable-default-providers: ["*"]
              gpu-inference:cluster:
                kubeconfig:
                  context: kind-kind
              gpu-inference:pools:
                - name: cpu
                  existingNodes:
                    labels: {kubernetes.io/os: linux}
              gpu-inference:models:

            """);
        for (var i = 0; i < models; i++)
        {
            text.Append($$"""
                    - name: {{BenchProgram.NameOf(i)}}
                      runtime: tensorflow-serving
                      source: https://models.invalid/{{BenchProgram.NameOf(i)}}.tar.gz
                      size: 512Mi
                      pools: [cpu]
                      resources: {cpu: "1", memory: 2Gi}

                """);
        }

        var file = Path.Combine(folder, $"Pulumi.{models}-models.yaml");
        File.WriteAllText(file, text.ToString());
        return file;
    }
}
