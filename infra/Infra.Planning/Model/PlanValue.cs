namespace Infra.Planning.Model;

/// <summary>
/// A value in a plan: JSON's six kinds, plus assets and archives, plus <see cref="Unknown"/> for what only an update will tell, plus
/// <see cref="Secret"/>, which keeps nothing of the value it stands for.
/// </summary>
public abstract record PlanValue
{
    private PlanValue()
    {
    }

    public sealed record Null : PlanValue
    {
        private Null()
        {
        }

        public static Null Instance { get; } = new();
    }

    public sealed record Bool(bool Value) : PlanValue;

    public sealed record Number : PlanValue
    {
        /// <exception cref="ArgumentOutOfRangeException">The value is one that JSON has no notation for.</exception>
        public Number(double value)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "a plan holds finite numbers only");
            }

            Value = value;
        }

        public double Value { get; }
    }

    public sealed record String(string Value) : PlanValue;

    public sealed record List(ValueList<PlanValue> Items) : PlanValue;

    public sealed record Object(ValueMap Properties) : PlanValue;

    /// <param name="Content">Where the content comes from, as <c>docs/plan.md</c> has it.</param>
    public sealed record Asset(ValueMap Content) : PlanValue;

    /// <param name="Content">Where the content comes from, as <c>docs/plan.md</c> has it.</param>
    public sealed record Archive(ValueMap Content) : PlanValue;

    public sealed record Unknown : PlanValue
    {
        private Unknown()
        {
        }

        public static Unknown Instance { get; } = new();
    }

    public sealed record Secret : PlanValue
    {
        private Secret()
        {
        }

        public static Secret Instance { get; } = new();
    }
}
