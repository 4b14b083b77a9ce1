using System.Globalization;
using System.Text;
using Infra.Benchmarks.Objects;

namespace Infra.Benchmarks.Plans;

/// <summary>
/// An environment on EKS with any number of models, whose pools are large enough: what the engines that judge a plan are measured with.
/// Ten replicas fill a node by their CPUs. The pools are as many whatever the models are, so that only one number grows.
/// </summary>
internal static class PlacedEnvironment
{
    private const string Name = "bench";
    private const int Pools = 4;

    /// <returns>The file.</returns>
    public static string Write(string folder, int models, int replicas)
    {
        // The network is somebody's own: one that this program makes would have no addresses for thousands of nodes, and be refused.
        var text = new StringBuilder("""
            config:
              pulumi:disable-default-providers: ["*"]
              gpu-inference:aws:
                region: us-west-2
                accountId: "123456789012"
              gpu-inference:cluster:
                eks:
                  administrators:
                    deploy: arn:aws:iam::123456789012:role/gpu-inference-deploy
                  publicAccessCidrs: [203.0.113.0/24]
                  protect: false
              gpu-inference:network:
                existing:
                  zones:
                    - {name: us-west-2a, subnetId: subnet-0a1b2c3d4e5f60718}
                    - {name: us-west-2b, subnetId: subnet-0a1b2c3d4e5f60719}
              gpu-inference:nodeAutoscaling:
                kind: clusterAutoscaler
              gpu-inference:storage:
                protect: false
                buckets:
                  - name: models
              gpu-inference:pools:

            """);
        for (var i = 0; i < Pools; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                    - name: {{PoolOf(i)}}
                      instanceTypes: [g4dn.12xlarge]
                      capacity: {max: 1000}
                      sharing: {timeSlicing: 4}

                """);
        }

        text.AppendLine("  gpu-inference:models:");
        for (var i = 0; i < models; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                    - name: {{BenchProgram.NameOf(i)}}
                      runtime: tensorflow-serving
                      source: s3://models/{{BenchProgram.NameOf(i)}}
                      pools: [{{PoolOf(i)}}]
                      resources: {cpu: "4.5", memory: 4Gi}
                      replicas: {{replicas}}

                """);
        }

        var file = Path.Combine(folder, $"Pulumi.{Name}.yaml");
        File.WriteAllText(file, text.ToString());
        return file;
    }

    private static string PoolOf(int model) => string.Create(CultureInfo.InvariantCulture, $"t4-{model % Pools}");
}
