using Infra.Components.Security.Registry;
using Infra.Components.Serving.Backends;
using Infra.Components.Serving.Mesh;
using Infra.Components.Serving.Scaling;
using Infra.Components.Serving.Traffic;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Serving;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Serving.Traffic;
using Infra.Core.Storage;
using Infra.Core.Units;

namespace Infra.Components.Serving;

/// <summary>Finds everything that is wrong with a model's arguments. Whoever uses the component alone has no binder that looked before.</summary>
internal static class InferenceServiceCheck
{
    /// <summary>Adds the problems.</summary>
    /// <returns>What the arguments mean; null where there are problems.</returns>
    public static ServingSpec? Run(string path, InferenceServiceArgs args, ConfigProblems problems)
    {
        void Refuse(bool wrong, string key, string message)
        {
            if (wrong)
            {
                problems.Add($"{path}.{key}", message);
            }
        }

        var runtime = Runtimes.Find(args.Runtime);
        var backend = ServingBackends.Find(args.Backend);
        Refuse(args.Model.Length > ModelNames.MaxLength, "model", $"'{args.Model}' has {args.Model.Length} characters; allowed are 1 to {ModelNames.MaxLength}");
        Refuse(args.Model.Length <= ModelNames.MaxLength && !NameRules.ServiceName.Accepts(args.Model), "model", $"{NameRules.ServiceName.Problem(args.Model)}");
        Refuse(runtime is null, "runtime", $"'{args.Runtime}' is no runtime; there are: {string.Join(", ", Runtimes.Names)}");
        Refuse(backend is null, "backend", $"'{args.Backend}' is no backend; there are: {string.Join(", ", WireNames.All<ServingBackend>())}");
        Refuse(!ByteSize.TryParse(args.ModelSize, out var modelSize), "modelSize", $"'{args.ModelSize}' is no size; allowed: {ByteSize.AllowedForm}");
        CheckSource($"{path}.source", args.Source, problems);
        CheckTransformer($"{path}.transformer", args.Transformer, problems);
        CheckResources($"{path}.resources", args.Resources, problems);
        ArgumentProblems.Termination(path, args.LongestRequestSeconds, args.DeregistrationSeconds, problems);
        ArgumentProblems.AtLeast(0, args.Replicas, $"{path}.replicas", problems);
        var least = args.Autoscaling?.ToSpec().Least ?? args.Replicas;
        Refuse(args.SpreadOverZones && least < 2, "spreadOverZones", $"there may be {Counted.Of(least, "replica")} at a time; no zone can be without all of them");
        Refuse(args.SpreadOverZones && args.Llm?.PipelineParallel > 1, "spreadOverZones", "the pods of a replica stand side by side in one zone");
        Refuse(args.Pools.Count == 0, "pools", "there is none; name at least one pool");
        Refuse(
            args.Resources.Devices > 0 && args.Pools.Any(pool => pool.DeviceResource is null),
            "pools",
            $"{args.Resources.Devices} devices are asked for, but not every pool has devices");
        args.Autoscaling?.OfficeHours?.Check($"{path}.autoscaling.officeHours", problems);
        if (args.Autoscaling?.ToSpec() is { } autoscaling)
        {
            AutoscalingRules.Check($"{path}.autoscaling", autoscaling, problems, "minReplicas", "maxReplicas");
        }

        RolloutCheck.Run(path, args, problems);
        if (args.Mesh is { } mesh)
        {
            MeshCheck.Run($"{path}.mesh", mesh, problems);
        }

        if (args.Expose is { } expose)
        {
            ExposeCheck.Run($"{path}.expose", expose, problems);
        }

        var image = ArgumentProblems.Parse<ImageDelivery>(args.ImageDelivery, $"{path}.imageDelivery", problems) ?? ImageDelivery.Pull;
        var request = RuntimeRequests.Of(path, args, problems);
        if (runtime is { } knownRuntime)
        {
            RuntimeRules.Check(path, knownRuntime, request, args.Source?.Kind ?? ModelSourceKind.None, problems);
            if (backend is { } knownBackend)
            {
                BackendSupport.Check(path, knownBackend, [.. Features(knownRuntime, request, args), .. RolloutCheck.Features(args.Rollout)], problems);
                ServingScaling.Check(path, args, request, knownRuntime, knownBackend, problems);
            }

            if (args.Expose?.InferencePool is not null)
            {
                InferencePoolRules.Check($"{path}.expose", knownRuntime, request, args.Mesh is not null, isAlone: args.Shares is null, problems);
            }
        }

        return problems.IsEmpty ? Spec(path, args, backend!.Value, Runtimes.For(runtime!.Value, backend.Value, request), request, modelSize, image, problems) : null;
    }

    private static ServingSpec Spec(
        string path, InferenceServiceArgs args, ServingBackend backend, RuntimeSpec runtime, RuntimeRequest request, ByteSize modelSize, ImageDelivery image, ConfigProblems problems)
    {
        RuntimeRules.CheckEnvironment($"{path}.environment", runtime, args.Environment.Keys, args.HuggingFaceToken is not null, problems);

        if (args.Expose is { } expose)
        {
            ExposeCheck.CheckPath($"{path}.expose", expose, runtime, args.Transformer is not null, problems);
        }

        if (ByteSize.TryParse(args.Resources.Memory, out var memory))
        {
            RuntimeRules.CheckMemory($"{path}.resources.memory", runtime, memory, problems);
        }

        RolloutCheck.CheckAnalysis($"{path}.analysis", args, runtime, problems);
        var budget = ModelDelivery.Budget(runtime, modelSize, args, image);
        return new ServingSpec
        {
            Name = path,
            Backend = backend,
            Args = args,
            // A container of your own is pulled from where you say.
            Runtime = args.Container is null ? runtime with { Image = ImageCacheArgs.Reference(args.ImageCache, runtime.Image) } : runtime,
            Request = request,
            Budget = budget,
            Scaler = ServingScaling.Plan(args, request, runtime, backend),
            Windows = ServingScaling.Windows(args, budget),
            // What is set twice is a problem by now.
            Environment = runtime.Environment.SetItems(args.Environment),
            Labels = new ServingLabels(runtime, args.Model, backend == ServingBackend.LlmInferenceService ? LlmModel.Component : ServingLabels.Inference),
            Source = args.Source,
            ModelSize = modelSize,
        };
    }

    private static IEnumerable<BackendFeature> Features(ServingRuntime runtime, RuntimeRequest request, InferenceServiceArgs args) => BackendFeature.Of(
        runtime,
        request,
        hasTransformer: args.Transformer is not null,
        args.Autoscaling?.ToSpec(),
        hasNoReplica: args is { Replicas: 0, Autoscaling: null },
        hasRecommendations: args.VerticalRecommendations,
        hasMesh: args.Mesh is not null,
        hasInferencePool: args.Expose?.InferencePool is not null);

    private static void CheckSource(string path, ModelSourceArgs? source, ConfigProblems problems)
    {
        if (source is null)
        {
            return;
        }

        if (new object?[] { source.S3Uri, source.ArchiveUrl, source.HuggingFace, source.Volume, source.Image, source.Cache }.Count(kind => kind is not null) != 1)
        {
            problems.Add(path, "exactly one of s3Uri, archiveUrl, huggingFace, volume, image and cache must be set");
            return;
        }

        if (source.S3Uri is not null && string.IsNullOrEmpty(source.Region))
        {
            problems.Add($"{path}.region", "missing; a model in S3 needs the bucket's region");
        }

        if (source.S3Uri is not null && source.ReaderRoleArn is null)
        {
            problems.Add($"{path}.readerRoleArn", "missing; without a role the pods have no permission to read S3; make a PodIdentityRole for the model's service account and hand its roleArn on");
        }

        if (source.Volume is { } volume && VolumeKinds.Find(volume.Kind) is null)
        {
            problems.Add($"{path}.volume.kind", $"'{volume.Kind}' is no kind of volume; there are: {string.Join(", ", VolumeKinds.All.Select(VolumeKinds.Name))}");
        }

        if (source.HuggingFace is not null && string.IsNullOrEmpty(source.Revision))
        {
            problems.Add($"{path}.revision", "missing; a model at Hugging Face needs a commit or tag, because a branch may have other weights tomorrow");
        }
    }

    private static void CheckTransformer(string path, TransformerArgs? transformer, ConfigProblems problems)
    {
        if (transformer is null)
        {
            return;
        }

        CheckResources($"{path}.resources", transformer.Resources, problems);
        CheckSource($"{path}.source", transformer.Source, problems);
        TransformerRules.CheckSource($"{path}.source", transformer.Source?.Kind ?? ModelSourceKind.None, problems);
        if (!ByteSize.TryParse(transformer.Size, out _))
        {
            problems.Add($"{path}.size", $"'{transformer.Size}' is no size; allowed: {ByteSize.AllowedForm}");
        }
    }

    private static void CheckResources(string path, ResourcesArgs resources, ConfigProblems problems)
    {
        if (!CpuQuantity.TryParse(resources.Cpu, out _))
        {
            problems.Add($"{path}.cpu", $"'{resources.Cpu}' is no CPU quantity; allowed: {CpuQuantity.AllowedForm}");
        }

        if (!ByteSize.TryParse(resources.Memory, out _))
        {
            problems.Add($"{path}.memory", $"'{resources.Memory}' is no size; allowed: {ByteSize.AllowedForm}");
        }

        ArgumentProblems.AtLeast(0, resources.Devices, $"{path}.devices", problems);
    }
}
