namespace Infra.Planning.Model;

/// <summary>Questions about all values below a map. Answered without a copy: most resources have nothing of what is asked for.</summary>
public static class PlanValues
{
    public static bool Any(ValueMap properties, Func<PlanValue, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentNullException.ThrowIfNull(condition);

        foreach (var value in properties.Values)
        {
            if (Any(value, condition))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(PlanValue value, Func<PlanValue, bool> condition)
    {
        if (condition(value))
        {
            return true;
        }

        switch (value)
        {
            case PlanValue.Object { Properties: var properties }:
                return Any(properties, condition);
            case PlanValue.List { Items: var items }:
                foreach (var item in items)
                {
                    if (Any(item, condition))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }
}
