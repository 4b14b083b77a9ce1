namespace Infra.Core.Serving.Rollouts;

/// <summary>How many replicas a candidate needs for its share of the requests.</summary>
public static class CandidateShare
{
    /// <summary>As large a part of the replicas, rounded up; at least one, because a candidate that doesn't run can't be tried.</summary>
    /// <param name="replicas">Replicas for all requests.</param>
    /// <param name="weight">Share of the requests, in percent.</param>
    public static int Of(int replicas, int weight) => Math.Max(1, (int)(((long)replicas * weight + 99) / 100));
}
