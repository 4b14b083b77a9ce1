using Infra.Core.Batch;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Units;

namespace Infra.Components.Jobs;

/// <summary>What can be wrong with the arguments of any job.</summary>
internal static class JobCheck
{
    private const int MostGraceSeconds = 3600;

    /// <summary>Adds a problem for each wrong argument.</summary>
    public static void Run(string name, string job, JobPodArgs pod, ConfigProblems problems)
    {
        CheckName(ConfigPath.Key(name, "jobName"), job, JobNames.MaxLength, problems);
        CheckPod(ConfigPath.Key(name, "pod"), pod, problems);
    }

    /// <summary>Adds a problem for a name that Kubernetes would refuse.</summary>
    public static void CheckName(string path, string job, int longest, ConfigProblems problems, string whose = "a job's")
    {
        if (job.Length > longest || !NameRules.DnsLabel.Accepts(job))
        {
            problems.Add(
                path,
                $"{Shown.Quoted(job)} is not {whose} name; allowed: 1 to {longest} characters, {NameRules.DnsLabel.Allowed}");
        }
    }

    /// <summary>Adds a problem for each wrong argument of a pod.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="pod">The pod.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="needsPools">Whether it runs nowhere but on pools.</param>
    public static void CheckPod(string path, JobPodArgs pod, ConfigProblems problems, bool needsPools = true)
    {
        CheckPools(path, pod, needsPools, problems);
        CheckSize(ConfigPath.Key(path, "scratch"), pod.Scratch, problems);
        if (pod.SharedMemory is { } shared && CheckSize(ConfigPath.Key(path, "sharedMemory"), shared, problems) is { } size
            && ByteSize.TryParse(pod.Resources.Memory, out var memory) && size >= memory)
        {
            problems.Add(ConfigPath.Key(path, "sharedMemory"), $"{shared} is not less than the pod's memory, {pod.Resources.Memory}, of which it is a part; the kernel would kill the pod before it is full");
        }

        JobPaths.Check(ConfigPath.Key(path, "volumes"), [.. pod.Volumes.Select(volume => volume.Path)], problems);
        if (pod.GraceSeconds is < 0 or > MostGraceSeconds)
        {
            problems.Add(ConfigPath.Key(path, "graceSeconds"), $"{pod.GraceSeconds} is not between 0 and {MostGraceSeconds}");
        }
    }

    /// <summary>Adds a problem for a number that is too small.</summary>
    public static void CheckLeast(string path, int? number, int least, ConfigProblems problems)
    {
        if (number < least)
        {
            problems.Add(path, $"{number} is less than {least}");
        }
    }

    /// <summary>Adds a problem for each exit code that no failure has.</summary>
    public static void CheckExitCodes(string path, IReadOnlyList<int> codes, ConfigProblems problems)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (codes[i] is < 1 or > 255)
            {
                problems.Add(ConfigPath.Index(path, i), $"{codes[i]} is no exit code of a failure; allowed: 1 to 255");
            }
        }
    }

    private static void CheckPools(string path, JobPodArgs pod, bool needsPools, ConfigProblems problems)
    {
        var architectures = Enum.GetValues<CpuArchitecture>().Select(architecture => architecture.ToKubernetes()).ToList();
        if (pod.Architectures.Count == 0 || pod.Architectures.Any(name => !architectures.Contains(name)))
        {
            problems.Add(ConfigPath.Key(path, "architectures"), $"[{string.Join(", ", pod.Architectures)}] is not what an image is published for; allowed: one or more of {string.Join(", ", architectures)}");
        }

        if (pod.Pools.Count == 0)
        {
            if (needsPools || pod.Resources.Devices > 0)
            {
                problems.Add(ConfigPath.Key(path, "pools"), "empty; name at least one pool that the pods may run on");
            }
        }
        else if (pod.Resources.Devices > 0)
        {
            var without = pod.Pools.Where(pool => pool.DeviceResource is null).Select(pool => pool.Name).ToList();
            if (without.Count > 0)
            {
                problems.Add(ConfigPath.Key(ConfigPath.Key(path, "resources"), "devices"), $"{pod.Resources.Devices} asked for, but {Shown.List(without)} has none; name pools with devices or set devices to 0");
            }
            else if (pod.Pools.Select(pool => pool.DeviceResource).Distinct().Count() > 1)
            {
                problems.Add(
                    ConfigPath.Key(path, "pools"),
                    $"pods ask for one kind of device, but the pools have {string.Join(", ", pod.Pools.Select(pool => pool.DeviceResource).Distinct())}; name pools of one kind");
            }
        }
    }

    private static ByteSize? CheckSize(string path, string text, ConfigProblems problems)
    {
        if (ByteSize.TryParse(text, out var size) && size.Bytes > 0)
        {
            return size;
        }

        problems.Add(path, $"{Shown.Quoted(text)} is not {ByteSize.AllowedForm}");
        return null;
    }
}
