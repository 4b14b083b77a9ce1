using Infra.Capacity.Platform;
using Infra.Capacity.Randomness;

namespace Infra.Capacity.Simulation.Fleet;

/// <summary>Who of a model's ready replicas gets the next request.</summary>
internal sealed class Balancer(LoadBalancing way, RandomSource chance)
{
    private readonly List<Replica> _all = [];
    private readonly List<Replica> _old = [];
    private readonly List<Replica> _new = [];
    private int _turn;

    /// <summary>Share of the requests for the new version; null where all replicas share them alike.</summary>
    public double? NewShare { get; set; }

    /// <summary>Replicas that take requests, in the order in which they were made.</summary>
    public IReadOnlyList<Replica> Ready => _all;

    /// <summary>Looks again who is ready.</summary>
    /// <param name="replicas">The model's replicas.</param>
    /// <param name="newVersion">From which version on a replica is new.</param>
    public void Refresh(List<Replica> replicas, int newVersion)
    {
        _all.Clear();
        _old.Clear();
        _new.Clear();
        foreach (var replica in replicas)
        {
            if (replica.State == ReplicaState.Ready)
            {
                _all.Add(replica);
                (replica.Version >= newVersion ? _new : _old).Add(replica);
            }
        }
    }

    /// <summary>The one that gets the next request; null if none is ready.</summary>
    public Replica? Next()
    {
        var among = Among();
        return among.Count switch
        {
            0 => null,
            1 => among[0],
            _ => way switch
            {
                LoadBalancing.Random => among[chance.NextBelow(among.Count)],
                LoadBalancing.RoundRobin => among[NextTurn(among.Count)],
                LoadBalancing.LeastRequests => Least(among),
                LoadBalancing.LeastOfTwo => LessLoaded(among[chance.NextBelow(among.Count)], among[chance.NextBelow(among.Count)]),
                _ => LeastOfPair(among),
            },
        };
    }

    /// <summary>One that could begin with a request at once, each in its turn; null if all are busy.</summary>
    public Replica? NextWithRoom()
    {
        var among = Among();
        for (var i = 0; i < among.Count; i++)
        {
            var replica = among[NextTurn(among.Count)];
            if (replica.Servers!.Room > 0)
            {
                return replica;
            }
        }

        return null;
    }

    // A version without a ready replica gets nothing, whatever its share.
    private List<Replica> Among()
    {
        if (NewShare is not { } share || _old.Count == 0 || _new.Count == 0)
        {
            return _all;
        }

        return share >= 1 || (share > 0 && chance.NextDouble() < share) ? _new : _old;
    }

    private int NextTurn(int count)
    {
        _turn = (_turn + 1) % count;
        return _turn;
    }

    private static Replica Least(List<Replica> among)
    {
        var least = among[0];
        foreach (var replica in among)
        {
            least = Load(replica) < Load(least) ? replica : least;
        }

        return least;
    }

    private Replica LeastOfPair(List<Replica> among)
    {
        var first = chance.NextBelow(among.Count);
        var second = chance.NextBelow(among.Count - 1);
        return LessLoaded(among[first], among[second >= first ? second + 1 : second]);
    }

    private static Replica LessLoaded(Replica first, Replica second) => Load(second) < Load(first) ? second : first;

    private static int Load(Replica replica) => replica.Servers!.Waiting + replica.Servers.InService;
}
