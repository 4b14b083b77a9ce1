namespace Pulumi;

/// <summary>Tuples of two to eight outputs.</summary>
public static partial class Output
{
    public static Output<(T1, T2)> Tuple<T1, T2>(
        Input<T1> item1, Input<T2> item2)
        => Pair(item1.ToOutputCore(), item2.ToOutputCore());

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3)
        => Pair(Tuple(item1, item2), item3.ToOutputCore())
            .Map(data => data.With(Append(data.Value.Item1, data.Value.Item2)));

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4)
        => Pair(Tuple(item1, item2, item3), item4.ToOutputCore())
            .Map(data => data.With(Append(data.Value.Item1, data.Value.Item2)));

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5)
        => Pair(Tuple(item1, item2, item3, item4), item5.ToOutputCore())
            .Map(data => data.With(Append(data.Value.Item1, data.Value.Item2)));

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6)
        => Pair(Tuple(item1, item2, item3, item4, item5), item6.ToOutputCore())
            .Map(data => data.With(Append(data.Value.Item1, data.Value.Item2)));

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7)
        => Pair(Tuple(item1, item2, item3, item4, item5, item6), item7.ToOutputCore())
            .Map(data => data.With(Append(data.Value.Item1, data.Value.Item2)));

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8)
        => Pair(Tuple(item1, item2, item3, item4, item5, item6, item7), item8.ToOutputCore())
            .Map(data => data.With(Append(data.Value.Item1, data.Value.Item2)));

    public static Output<(T1, T2)> Tuple<T1, T2>(
        Output<T1> item1, Output<T2> item2)
        => Tuple<T1, T2>((Input<T1>)item1, (Input<T2>)item2);

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3)
        => Tuple<T1, T2, T3>((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3);

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
        => Tuple<T1, T2, T3, T4>((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4);

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5)
        => Tuple<T1, T2, T3, T4, T5>((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5);

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6)
        => Tuple<T1, T2, T3, T4, T5, T6>((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6);

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7)
        => Tuple<T1, T2, T3, T4, T5, T6, T7>((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6, (Input<T7>)item7);

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
        => Tuple<T1, T2, T3, T4, T5, T6, T7, T8>((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6, (Input<T7>)item7, (Input<T8>)item8);

    private static Output<(T1, T2)> Pair<T1, T2>(Output<T1> first, Output<T2> second)
        => first.TryGetData(out var data1) && second.TryGetData(out var data2)
            ? new Output<(T1, T2)>(Combine(data1, data2))
            : new Output<(T1, T2)>(CombineAsync(first, second));

    private static OutputData<(T1, T2)> Combine<T1, T2>(OutputData<T1> first, OutputData<T2> second)
        => new((first.Value, second.Value), first.Resources.Union(second.Resources), first.IsKnown && second.IsKnown, first.IsSecret || second.IsSecret);

    private static async Task<OutputData<(T1, T2)>> CombineAsync<T1, T2>(Output<T1> first, Output<T2> second)
        => Combine(await first.GetDataAsync().ConfigureAwait(false), await second.GetDataAsync().ConfigureAwait(false));

    private static (T1, T2, T3) Append<T1, T2, T3>((T1, T2) head, T3 last)
        => (head.Item1, head.Item2, last);

    private static (T1, T2, T3, T4) Append<T1, T2, T3, T4>((T1, T2, T3) head, T4 last)
        => (head.Item1, head.Item2, head.Item3, last);

    private static (T1, T2, T3, T4, T5) Append<T1, T2, T3, T4, T5>((T1, T2, T3, T4) head, T5 last)
        => (head.Item1, head.Item2, head.Item3, head.Item4, last);

    private static (T1, T2, T3, T4, T5, T6) Append<T1, T2, T3, T4, T5, T6>((T1, T2, T3, T4, T5) head, T6 last)
        => (head.Item1, head.Item2, head.Item3, head.Item4, head.Item5, last);

    private static (T1, T2, T3, T4, T5, T6, T7) Append<T1, T2, T3, T4, T5, T6, T7>((T1, T2, T3, T4, T5, T6) head, T7 last)
        => (head.Item1, head.Item2, head.Item3, head.Item4, head.Item5, head.Item6, last);

    private static (T1, T2, T3, T4, T5, T6, T7, T8) Append<T1, T2, T3, T4, T5, T6, T7, T8>((T1, T2, T3, T4, T5, T6, T7) head, T8 last)
        => (head.Item1, head.Item2, head.Item3, head.Item4, head.Item5, head.Item6, head.Item7, last);
}
