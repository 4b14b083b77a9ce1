using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Core.Serving;

/// <summary>What a runtime can't do with a model.</summary>
public static class RuntimeRules
{
    /// <summary>Adds a problem for everything that the runtime doesn't have or lacks.</summary>
    /// <param name="path">Path of the model.</param>
    /// <param name="runtime">The runtime.</param>
    /// <param name="request">The model.</param>
    /// <param name="source">Where its files come from.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string path, ServingRuntime runtime, RuntimeRequest request, ModelSourceKind source, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(problems);
        CheckOwn(ConfigPath.Key(path, "llm"), runtime, ServingRuntime.Vllm, request.Llm is not null, isNeeded: true, problems);
        CheckOwn(ConfigPath.Key(path, "container"), runtime, ServingRuntime.Container, request.Container is not null, isNeeded: true, problems);
        CheckOwn(ConfigPath.Key(path, "triton"), runtime, ServingRuntime.Triton, !request.TritonModels.IsEmpty, isNeeded: false, problems);
        CheckSource(ConfigPath.Key(path, "source"), runtime, source, problems);
        if (runtime == ServingRuntime.Triton && !request.TritonModels.IsEmpty && Mounted.Contains(source))
        {
            problems.Add(
                ConfigPath.Key(path, "triton"),
                $"a config.pbtxt has to be written beside each model, but {Words(source)} is mounted read-only; put the files there, or take the models from s3://BUCKET/PATH outside the cache");
        }

        foreach (var name in request.TritonModels.CountBy(model => model.Name).Where(model => model.Value > 1).Select(model => model.Key))
        {
            problems.Add(ConfigPath.Key(path, "triton"), $"lists '{name}' twice; a model has one config.pbtxt");
        }

        CheckBatching(path, runtime, request, problems);
        CheckLoader(ConfigPath.Key(path, "llm"), request, problems);
        CheckGpu(path, runtime, request, problems);
    }

    /// <summary>Adds a problem where the server's processes would share more memory than the container has: what they write there counts as its memory.</summary>
    /// <param name="path">Path of the memory.</param>
    /// <param name="runtime">The runtime.</param>
    /// <param name="memory">Memory of a pod.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckMemory(string path, RuntimeSpec runtime, ByteSize memory, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        ArgumentNullException.ThrowIfNull(problems);
        if (runtime.LoadBuffers.Bytes > 0 && memory.Bytes <= runtime.LoadBuffers.Bytes + (runtime.SharedMemory?.Bytes ?? 0))
        {
            problems.Add(
                path,
                $"{memory} is not more than the {runtime.LoadBuffers} through which {runtime.Name} streams weights and the {runtime.SharedMemory} that its processes may share in /dev/shm; "
                + "ask for more, or set llm.loader: safetensors");
        }
        else if (runtime.SharedMemory is { } shared && memory <= shared)
        {
            problems.Add(path, $"{memory} is not more than the {shared} that the processes of {runtime.Name} may share in /dev/shm, which counts as memory of the pod; ask for more");
        }
    }

    /// <summary>Adds a problem for each of the user's variables that the server already has: two values of one name are no configuration.</summary>
    /// <param name="path">Path of the variables.</param>
    /// <param name="runtime">The runtime.</param>
    /// <param name="names">Names of the user's variables.</param>
    /// <param name="hasToken">Whether the model has a token for Hugging Face, which is a variable too.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckEnvironment(string path, RuntimeSpec runtime, IEnumerable<string> names, bool hasToken, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        ArgumentNullException.ThrowIfNull(problems);
        foreach (var name in names.Where(name => runtime.Environment.ContainsKey(name) || (hasToken && name == Vllm.TokenVariable) || (runtime.StreamsModel && name is Vllm.UriVariable or Vllm.RegionVariable)).Order(StringComparer.Ordinal))
        {
            problems.Add(ConfigPath.Key(path, name), $"the runtime {runtime.Name} sets it itself; remove it");
        }
    }

    /// <summary>The kinds of source that a runtime reads.</summary>
    /// <param name="runtime">The runtime.</param>
    public static ImmutableArray<ModelSourceKind> Sources(ServingRuntime runtime) => runtime switch
    {
        ServingRuntime.TensorFlowServing => [ModelSourceKind.S3, ModelSourceKind.Archive, .. Mounted],
        ServingRuntime.Triton => [ModelSourceKind.S3, .. Mounted],
        ServingRuntime.Vllm => [ModelSourceKind.S3, ModelSourceKind.HuggingFace, .. Mounted],
        ServingRuntime.Sklearn or ServingRuntime.Xgboost or ServingRuntime.LightGbm => [ModelSourceKind.S3, .. Mounted],
        ServingRuntime.Container => [ModelSourceKind.None, ModelSourceKind.S3, .. Mounted],
        _ => throw new ArgumentOutOfRangeException(nameof(runtime), runtime, null),
    };

    // Whatever the runtime reads lies there as it is, and stays so.
    private static ImmutableArray<ModelSourceKind> Mounted => [ModelSourceKind.Volume, ModelSourceKind.Image, ModelSourceKind.NodeCache];

    private static void CheckOwn(string path, ServingRuntime runtime, ServingRuntime owner, bool isThere, bool isNeeded, ConfigProblems problems)
    {
        if (isThere && runtime != owner)
        {
            problems.Add(path, $"only the runtime {Runtimes.Name(owner)} has it, and this model has {Runtimes.Name(runtime)}; remove it or change runtime");
        }
        else if (!isThere && isNeeded && runtime == owner && !problems.Cover(path))
        {
            problems.Add(path, $"missing; the runtime {Runtimes.Name(owner)} needs it");
        }
    }

    private static void CheckSource(string path, ServingRuntime runtime, ModelSourceKind source, ConfigProblems problems)
    {
        var allowed = Sources(runtime);
        if (!allowed.Contains(source) && !problems.Cover(path))
        {
            problems.Add(path, $"{Found(source)}, but the runtime {Runtimes.Name(runtime)} takes {string.Join(" or ", allowed.Where(kind => kind != ModelSourceKind.NodeCache).Select(Words))}");
        }
    }

    private static void CheckBatching(string path, ServingRuntime runtime, RuntimeRequest request, ConfigProblems problems)
    {
        if (request.Batching is null)
        {
            return;
        }

        var at = ConfigPath.Key(path, "batching");
        if (runtime == ServingRuntime.TensorFlowServing && request.Batching.Timeout is not null)
        {
            problems.Add(ConfigPath.Key(at, "timeoutSeconds"), "TensorFlow Serving gathers requests by itself and has no limit to their wait; remove it, and let callers say how long they wait");
        }

        if (runtime == ServingRuntime.Vllm)
        {
            problems.Add(at, "vLLM puts requests together by itself, token by token; remove it and set llm.concurrency");
        }
        else if (runtime == ServingRuntime.Triton && request.TritonModels.IsEmpty)
        {
            problems.Add(at, "Triton batches by the config.pbtxt of each model; list the models in triton.models, or write dynamic_batching into their files and remove it");
        }
        else if (runtime == ServingRuntime.Container && request.Container is { ApiPath: { } api } && !IsGathered(api))
        {
            problems.Add(
                at, $"KServe gathers requests to paths that end in ':predict' and hands on all others one by one, and the container's apiPath is '{api}'; serve at /v1/models/NAME:predict, or remove it");
        }
    }

    // kserve v0.20.0, pkg/batcher/handler.go. The root says nothing of the paths below it.
    private static bool IsGathered(string apiPath) =>
        apiPath is "/" || apiPath.StartsWith("/v1/models/", StringComparison.Ordinal) || apiPath.EndsWith(":predict", StringComparison.Ordinal);

    private static void CheckLoader(string path, RuntimeRequest request, ConfigProblems problems)
    {
        if (request.Llm is not { Loader: TensorLoader.Streamer } llm)
        {
            return;
        }

        var at = ConfigPath.Key(path, "loader");
        if (request.LeastComputeCapability < Vllm.Turing)
        {
            problems.Add(at, "the image for Volta is older than the streamer's options that are set here; use safetensors, or GPUs from Turing on");
        }

        if (llm.Quantization == QuantizationMethod.BitsAndBytes)
        {
            problems.Add(at, "bitsandbytes has a loader of its own, and vLLM takes one; use safetensors, or another quantization");
        }

        if (request.IsStreamed && llm.LoraAdapters.FirstOrDefault(adapter => Vllm.IsLocal(adapter.Value)) is { Key: { } name })
        {
            problems.Add(at, $"the adapter '{name}' is read from the model's directory, and a model that is streamed from S3 has none; use safetensors, or an adapter at Hugging Face");
        }
    }

    private static void CheckGpu(string path, ServingRuntime runtime, RuntimeRequest request, ConfigProblems problems)
    {
        var tensorParallel = ConfigPath.Key(ConfigPath.Key(path, "llm"), "tensorParallel");
        if (runtime == ServingRuntime.Vllm && request.Devices == 0)
        {
            problems.Add(ConfigPath.Key(path, "pools"), "the runtime vllm needs GPUs, and the model asks for none; name pools that have them");
        }
        else if (runtime == ServingRuntime.Vllm && request.Llm is { } llm && llm.TensorParallel != request.Devices && !problems.Cover(tensorParallel))
        {
            problems.Add(
                tensorParallel,
                $"{Counted.Of(llm.TensorParallel, "GPU")} of a pod shall share every layer, but a pod asks for {request.Devices}; make both the same");
        }
    }

    internal static string Found(ModelSourceKind source) => source == ModelSourceKind.None ? "there is none" : $"found {Words(source)}";

    internal static string Words(ModelSourceKind source) => source switch
    {
        ModelSourceKind.None => "none",
        ModelSourceKind.S3 => "s3://BUCKET/PATH",
        ModelSourceKind.Archive => "https://HOST/PATH.tar.gz",
        ModelSourceKind.HuggingFace => "hf://ORGANISATION/NAME@REVISION",
        ModelSourceKind.Volume => "pvc://VOLUME/PATH",
        ModelSourceKind.Image => "oci://IMAGE",
        ModelSourceKind.NodeCache => "the cache on nodes",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };
}
