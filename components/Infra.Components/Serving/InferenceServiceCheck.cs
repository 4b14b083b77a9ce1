using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Infra.Core.Units;

namespace Infra.Components.Serving;

/// <summary>Finds everything that is wrong with a model's arguments. Whoever uses the component alone has no binder that looked before.</summary>
internal static class InferenceServiceCheck
{
    /// <summary>Adds the problems; where there are none, the arguments mean what comes out.</summary>
    public static void Run(
        string path, InferenceServiceArgs args, ConfigProblems problems, out ServingRuntime runtime, out ServingBackend backend, out ByteSize modelSize)
    {
        void Refuse(bool wrong, string key, string message)
        {
            if (wrong)
            {
                problems.Add($"{path}.{key}", message);
            }
        }

        var found = Runtimes.Find(args.Runtime);
        runtime = found ?? default;
        var foundBackend = ServingBackends.Find(args.Backend);
        backend = foundBackend ?? default;
        Refuse(args.Model.Length > ModelNames.MaxLength, "model", $"'{args.Model}' has {args.Model.Length} characters; allowed are 1 to {ModelNames.MaxLength}");
        Refuse(args.Model.Length <= ModelNames.MaxLength && !NameRules.ServiceName.Accepts(args.Model), "model", $"{NameRules.ServiceName.Problem(args.Model)}");
        Refuse(found is null, "runtime", $"'{args.Runtime}' is no runtime; there are: {string.Join(", ", Runtimes.Names)}");
        Refuse(foundBackend is null, "backend", $"'{args.Backend}' is no backend; there are: {string.Join(", ", ServingBackends.All.Select(ServingBackends.Name))}");
        Refuse(!ByteSize.TryParse(args.ModelSize, out modelSize), "modelSize", $"'{args.ModelSize}' is no size; allowed: {ByteSize.AllowedForm}");
        Refuse(args.Source.S3Uri is null == args.Source.ArchiveUrl is null, "source", "exactly one of s3Uri and archiveUrl must be set");
        Refuse(args.Source.S3Uri is not null && string.IsNullOrEmpty(args.Source.Region), "source.region", "missing; a model in S3 needs the bucket's region");
        Refuse(!CpuQuantity.TryParse(args.Resources.Cpu, out _), "resources.cpu", $"'{args.Resources.Cpu}' is no CPU quantity; allowed: {CpuQuantity.AllowedForm}");
        Refuse(!ByteSize.TryParse(args.Resources.Memory, out _), "resources.memory", $"'{args.Resources.Memory}' is no size; allowed: {ByteSize.AllowedForm}");
        Refuse(args.Resources.Devices < 0, "resources.devices", $"{args.Resources.Devices} is less than 0");
        Refuse(args.Replicas < 1, "replicas", $"{args.Replicas} is less than 1");
        Refuse(args.Pools.Count == 0, "pools", "there is none; name at least one pool");
        Refuse(
            args.Resources.Devices > 0 && args.Pools.Any(pool => pool.DeviceResource is null),
            "pools",
            $"{args.Resources.Devices} devices are asked for, but not every pool has devices");
        Refuse(
            args.Autoscaling is { CpuPercent: null, MemoryPercent: null },
            "autoscaling",
            "there is no target; set cpuPercent, memoryPercent or both");
        if (args.Autoscaling is { } autoscaling)
        {
            Refuse(autoscaling.MinReplicas < 1, "autoscaling.minReplicas", $"{autoscaling.MinReplicas} is less than 1");
            Refuse(
                autoscaling.MaxReplicas < autoscaling.MinReplicas,
                "autoscaling.maxReplicas",
                $"{autoscaling.MaxReplicas} is less than minReplicas, which is {autoscaling.MinReplicas}");
        }

        if (found is not null && foundBackend is not null)
        {
            BackendSupport.Check(path, backend, Features(args, runtime), problems);
        }
    }

    private static IEnumerable<BackendFeature> Features(InferenceServiceArgs args, ServingRuntime runtime)
    {
        yield return BackendFeature.Runtime(runtime);
        if (args.Autoscaling is not null)
        {
            yield return BackendFeature.Autoscaling;
        }
    }
}
