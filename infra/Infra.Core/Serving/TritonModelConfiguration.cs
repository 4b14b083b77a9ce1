using System.Text;
using Infra.Core.Configuration;

namespace Infra.Core.Serving;

/// <summary>
/// The <c>config.pbtxt</c> of a model whose backend finds inputs and outputs itself (triton-inference-server/server, r26.02,
/// docs/user_guide/model_configuration.md and batcher.md).
/// </summary>
public static class TritonModelConfiguration
{
    /// <summary>The file's text.</summary>
    /// <param name="model">The model.</param>
    /// <param name="gpu">Whether the server has GPUs.</param>
    public static string Of(TritonModel model, bool gpu)
    {
        ArgumentNullException.ThrowIfNull(model);
        var text = new StringBuilder($"name: \"{model.Name}\"\nbackend: \"{WireNames.Name(model.Backend)}\"\n");
        if (model.DynamicBatching is { } batching)
        {
            text.Append($"max_batch_size: {batching.MaxBatchSize}\ndynamic_batching {{\n");
            if (!model.PreferredBatchSizes.IsEmpty)
            {
                text.Append($"  preferred_batch_size: [ {string.Join(", ", model.PreferredBatchSizes)} ]\n");
            }

            text.Append($"  max_queue_delay_microseconds: {(long)batching.MaxLatency.TotalMicroseconds}\n");
            if (batching.Timeout is { } timeout)
            {
                // Nobody waits for the answer any more; work on it would make others wait.
                text.Append($"  default_queue_policy {{\n    timeout_action: REJECT\n    default_timeout_microseconds: {(long)timeout.TotalMicroseconds}\n  }}\n");
            }

            text.Append("}\n");
        }

        var kind = gpu && model.Backend != TritonBackend.OpenVino ? "KIND_GPU" : "KIND_CPU";
        return text.Append($"instance_group [\n  {{\n    count: {model.Instances}\n    kind: {kind}\n  }}\n]\n").ToString();
    }
}
