using Infra.Components.Storage.Volumes;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Nodes;
using Infra.Core.Storage;
using Infra.Core.Units;

namespace Infra.Components.Storage;

/// <summary>Finds everything that is wrong with a volume's arguments.</summary>
internal static class ModelVolumeCheck
{
    /// <summary>Adds the problems; where there are none, the arguments mean what comes out.</summary>
    public static VolumeSpec? Run(string name, ModelVolumeArgs args, ConfigProblems problems)
    {
        void Refuse(bool wrong, string key, string message)
        {
            if (wrong)
            {
                problems.Add($"{name}.{key}", message);
            }
        }

        Refuse(!NameRules.DnsLabel.Accepts(args.VolumeName), "volumeName", $"{NameRules.DnsLabel.Problem(args.VolumeName)}");
        var isSize = ByteSize.TryParse(args.Size, out var size);
        Refuse(!isSize, "size", $"'{args.Size}' is no size; allowed: {ByteSize.AllowedForm}");
        VolumeKind[] kinds = [.. Kinds(args)];
        if (kinds.Length != 1)
        {
            problems.Add(name, $"exactly one of {string.Join(", ", VolumeKinds.All.Select(VolumeKinds.Name))} must be set, found {(kinds.Length == 0 ? "none" : string.Join(", ", kinds.Select(VolumeKinds.Name)))}");
            return null;
        }

        var kind = kinds[0];
        var allowed = VolumeKinds.Access(kind);
        var access = allowed[0];
        Refuse(
            args.AccessMode is { } mode && (!Enum.TryParse(mode, out access) || !allowed.Contains(access)),
            "accessMode",
            $"'{args.AccessMode}' is no access mode of {VolumeKinds.Name(kind)}; there are: {string.Join(", ", allowed)}");
        Refuse(args.Efs is { Network.Zones.Count: 0 }, "efs.network.zones", "there is none; name every zone that pods may run in");
        Refuse(args.Lustre is { Network.Zones.Count: not 1 }, "lustre.network.zones", "a file system of FSx for Lustre lies in one zone; name exactly one");
        if (isSize && args.Lustre is { } lustre)
        {
            LustreRules.Check($"{name}.size", size, $"{name}.lustre.throughput", lustre.Throughput, problems);
        }

        if (isSize && args.Ebs is { } ebs)
        {
            VolumePerformanceRules.Check($"{name}.ebs.iops", ebs.Iops, $"{name}.ebs.throughput", ebs.Throughput, (int)(size.Bytes >> 30), problems);
        }

        return new VolumeSpec { Name = name, Args = args, Kind = kind, Access = access, Size = size };
    }

    private static IEnumerable<VolumeKind> Kinds(ModelVolumeArgs args)
    {
        (VolumeKind Kind, object? Args)[] all =
        [
            (VolumeKind.Ebs, args.Ebs), (VolumeKind.Efs, args.Efs), (VolumeKind.Lustre, args.Lustre),
            (VolumeKind.Nfs, args.Nfs), (VolumeKind.S3, args.S3), (VolumeKind.StorageClass, args.StorageClass),
        ];
        return all.Where(one => one.Args is not null).Select(one => one.Kind);
    }
}
