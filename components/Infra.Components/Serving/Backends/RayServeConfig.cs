using System.Globalization;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Sizing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Serving.Backends;

/// <summary>
/// Ray Serve's configuration of a model's application: JSON, which is YAML too. Fields: docs.ray.io, "Serve Config Files" and "Serving LLMs".
/// </summary>
internal static class RayServeConfig
{
    private const string LlmApplication = "ray.serve.llm:build_openai_app";

    /// <summary>The text.</summary>
    public static string For(ServingSpec spec)
    {
        var application = new JObject { ["name"] = spec.Request.Model, ["route_prefix"] = "/" };
        if (spec.Args.Ray?.Application is { } own)
        {
            application["import_path"] = own.ImportPath;
            application["deployments"] = new JArray(Deployment(spec, own));
        }
        else
        {
            application["import_path"] = LlmApplication;
            application["args"] = new JObject { ["llm_configs"] = new JArray(LlmConfig(spec)) };
        }

        return new JObject { ["applications"] = new JArray(application) }.ToString(Formatting.Indented);
    }

    private static JObject Deployment(ServingSpec spec, RayApplicationArgs application)
    {
        var deployment = new JObject { ["name"] = application.Deployment };
        Replicas(spec, deployment);
        // One replica has a worker to itself.
        deployment["max_replicas_per_node"] = 1;
        deployment["ray_actor_options"] = new JObject { ["num_gpus"] = spec.Args.Resources.Devices };
        return deployment;
    }

    private static JObject LlmConfig(ServingSpec spec)
    {
        var deployment = new JObject();
        Replicas(spec, deployment);
        deployment["max_ongoing_requests"] = spec.Args.Llm!.Concurrency;
        return new JObject
        {
            ["model_loading_config"] = new JObject
            {
                ["model_id"] = spec.Request.Model,
                ["model_source"] = spec.Request.Hub?.Repository ?? spec.Runtime.ModelDirectory,
            },
            ["deployment_config"] = deployment,
            ["engine_kwargs"] = Engine(spec.Request, spec.Request.Llm!, spec.Runtime.ModelDirectory),
        };
    }

    private static void Replicas(ServingSpec spec, JObject deployment)
    {
        if (spec.Scaler is ScalerPlan.RayServe scaler)
        {
            deployment["autoscaling_config"] = new JObject
            {
                ["min_replicas"] = scaler.Min,
                ["max_replicas"] = scaler.Max,
                ["target_ongoing_requests"] = scaler.Concurrency,
                ["upscale_delay_s"] = spec.Windows!.Ray.UpscaleDelay.Whole,
                ["downscale_delay_s"] = spec.Windows.Ray.DownscaleDelay.Whole,
            };
        }
        else
        {
            deployment["num_replicas"] = spec.FixedReplicas;
        }
    }

    private static JObject Engine(RuntimeRequest request, LlmOptions llm, string directory)
    {
        var engine = new JObject
        {
            ["dtype"] = Vllm.DataType(llm.Precision, request.Accelerators),
            ["max_model_len"] = llm.Context,
            ["max_num_seqs"] = llm.Concurrency,
            ["gpu_memory_utilization"] = llm.MemoryUtilization,
            ["tensor_parallel_size"] = llm.TensorParallel,
            ["pipeline_parallel_size"] = llm.PipelineParallel,
        };
        if (request.Hub is { } hub)
        {
            engine["revision"] = hub.Revision;
            engine["download_dir"] = directory;
        }

        if (llm.Quantization is { } quantization)
        {
            engine["quantization"] = WireNames.Name(quantization);
        }

        if (llm.KvCache == KvCachePrecision.Fp8)
        {
            engine["kv_cache_dtype"] = "fp8";
        }

        return engine;
    }
}
