using System.Collections;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>When two plain values mean the same: 25 and 25.0, and objects whatever the order of their members.</summary>
internal static class PlainComparison
{
    /// <summary>Compares two values.</summary>
    public static bool AreSame(object? left, object? right)
    {
        if (IsNothing(left) || IsNothing(right))
        {
            return IsNothing(left) && IsNothing(right);
        }

        if (left is IDictionary one && right is IDictionary other)
        {
            return AreSameMembers(one, other);
        }

        if (left is IEnumerable first && right is IEnumerable second && left is not (string or IDictionary) && right is not (string or IDictionary))
        {
            return AreSameItems(first.GetEnumerator(), second.GetEnumerator());
        }

        return PlainNumber.IsNumber(left) && PlainNumber.IsNumber(right)
            ? PlainNumber.TryRead(left, out decimal a) && PlainNumber.TryRead(right, out decimal b) ? a == b : Text(left!) == Text(right!)
            : Equals(left, right);
    }

    /// <summary>Whether a value says no more than a missing member: null, or an object with nothing in it.</summary>
    public static bool IsNothing(object? value) => value is null or IDictionary { Count: 0 };

    private static bool AreSameMembers(IDictionary left, IDictionary right)
    {
        foreach (DictionaryEntry member in left)
        {
            if (!AreSame(member.Value, right.Contains(member.Key) ? right[member.Key] : null))
            {
                return false;
            }
        }

        foreach (DictionaryEntry member in right)
        {
            if (!left.Contains(member.Key) && !IsNothing(member.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSameItems(IEnumerator left, IEnumerator right)
    {
        while (left.MoveNext())
        {
            if (!right.MoveNext() || !AreSame(left.Current, right.Current))
            {
                return false;
            }
        }

        return !right.MoveNext();
    }

    private static string Text(object number) => System.Convert.ToString(number, CultureInfo.InvariantCulture)!;
}
