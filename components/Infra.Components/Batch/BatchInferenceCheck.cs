using Infra.Components.Identity;
using Infra.Components.Jobs;
using Infra.Core;
using Infra.Core.Batch;
using Infra.Core.Configuration;

namespace Infra.Components.Batch;

/// <summary>What can be wrong with the arguments of a batch.</summary>
internal static class BatchInferenceCheck
{
    // Limits of SQS (SQS API reference, "SetQueueAttributes").
    private const int MostVisibilitySeconds = 43_200;
    private const int MostReceives = 1000;

    // Every look costs a request.
    private const int LeastPollSeconds = 5;

    // A Job of more indexes has to have a small limit of failed ones, and fewer tries (kubernetes.io, "Job", "Backoff limit per index").
    private const int MostIndexes = 100_000;

    /// <summary>Adds a problem for each wrong argument.</summary>
    public static void Run(string name, BatchInferenceArgs args, ConfigProblems problems)
    {
        JobCheck.Run(name, args.JobName, args.Pod, problems);
        CheckWork(name, args, problems);
        JobCheck.CheckLeast(ConfigPath.Key(name, "parallelism"), args.Parallelism, 1, problems);
        JobCheck.CheckLeast(ConfigPath.Key(name, "retries"), args.Retries, 0, problems);
        JobCheck.CheckLeast(ConfigPath.Key(name, "maxFailedIndexes"), args.MaxFailedIndexes, 0, problems);
        JobCheck.CheckLeast(ConfigPath.Key(name, "deadlineSeconds"), args.DeadlineSeconds, 1, problems);
        JobCheck.CheckLeast(ConfigPath.Key(name, "ttlSeconds"), args.TtlSeconds, 0, problems);
        JobCheck.CheckExitCodes(ConfigPath.Key(name, "fatalExitCodes"), args.FatalExitCodes, problems);
        if (args.Queue is { } queue)
        {
            CheckQueue(ConfigPath.Key(name, "queue"), queue, args, problems);
        }

        if (args.Queue is null && args.Policy is null)
        {
            return;
        }

        PodIdentity.Check(name, problems);
        if (args.ClusterName is null)
        {
            problems.Add(ConfigPath.Key(name, "clusterName"), "missing; pods get their role through the Pod Identity of an EKS cluster");
        }
    }

    private static void CheckWork(string name, BatchInferenceArgs args, ConfigProblems problems)
    {
        var given = new[] { ("items", args.Items.Count > 0), ("shards", args.Shards is not null), ("queue", args.Queue is not null) }
            .Where(kind => kind.Item2)
            .Select(kind => kind.Item1)
            .ToList();
        if (given.Count != 1)
        {
            var has = given.Count == 0 ? "none of items, shards and queue" : string.Join(" and ", given);
            problems.Add(name, $"has {has}; exactly one of them says what the work is");
        }

        var work = new WorkList(args.Items);
        if (work.Bytes > WorkList.MostBytes)
        {
            problems.Add(ConfigPath.Key(name, "items"), $"{Counted.Of(work.Count, "item")} of {work.Bytes} bytes, but a ConfigMap holds {WorkList.MostBytes}; put them into S3 and use shards and workUri");
        }

        if (args.Shards is < 1 or > MostIndexes)
        {
            problems.Add(ConfigPath.Key(name, "shards"), $"{args.Shards} is not between 1 and {MostIndexes}");
        }

        if (args.WorkUri is not null && args.Shards is null)
        {
            problems.Add(ConfigPath.Key(name, "workUri"), "only shards have their work at an address; remove it, or say how many shards there are");
        }
    }

    private static void CheckQueue(string path, WorkQueueArgs queue, BatchInferenceArgs args, ConfigProblems problems)
    {
        JobCheck.CheckLeast(ConfigPath.Key(path, "maxJobs"), queue.MaxJobs, 1, problems);
        JobCheck.CheckLeast(ConfigPath.Key(path, "messagesPerJob"), queue.MessagesPerJob, 1, problems);
        JobCheck.CheckLeast(ConfigPath.Key(path, "pollSeconds"), queue.PollSeconds, LeastPollSeconds, problems);
        if (queue.VisibilitySeconds is < 0 or > MostVisibilitySeconds)
        {
            problems.Add(ConfigPath.Key(path, "visibilitySeconds"), $"{queue.VisibilitySeconds} is not between 0 and {MostVisibilitySeconds}, what SQS allows");
        }

        if (queue.MaxReceives is < 1 or > MostReceives)
        {
            problems.Add(ConfigPath.Key(path, "maxReceives"), $"{queue.MaxReceives} is not between 1 and {MostReceives}, what SQS allows");
        }

        if (args.MaxFailedIndexes is not null)
        {
            problems.Add(ConfigPath.Key(path[..path.LastIndexOf('.')], "maxFailedIndexes"), "a queue has no indexes; its maxReceives says when a message has failed");
        }
    }
}
