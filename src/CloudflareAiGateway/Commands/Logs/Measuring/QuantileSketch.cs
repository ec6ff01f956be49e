using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Quantiles of values that stream by, within one percent of the value: counts per bucket, whose bounds grow by a fixed factor. Memory
/// grows with the logarithm of the range, not with the rows.
/// </summary>
internal sealed class QuantileSketch
{
    private const double Accuracy = 0.01;

    private static readonly double s_growth = (1 + Accuracy) / (1 - Accuracy);
    private static readonly double s_logGrowth = Math.Log(s_growth);

    private readonly SortedDictionary<int, long> _buckets = new();
    private long _zeros;
    private long _count;

    /// <summary>Counts a value; what is not above zero counts as zero.</summary>
    public void Add(double value)
    {
        _count++;
        if (value <= 0)
        {
            _zeros++;
            return;
        }

        int bucket = (int)Math.Ceiling(Math.Log(value) / s_logGrowth);
        _buckets.TryGetValue(bucket, out long count);
        _buckets[bucket] = count + 1;
    }

    /// <summary>The value that the given share of values is not above.</summary>
    /// <param name="share">0 to 1.</param>
    /// <returns>Null without values.</returns>
    public double? Quantile(double share)
    {
        if (_count == 0)
        {
            return null;
        }

        long rank = (long)Math.Ceiling(share * _count);
        long seen = _zeros;
        if (seen >= rank)
        {
            return 0;
        }

        foreach (KeyValuePair<int, long> bucket in _buckets)
        {
            seen += bucket.Value;
            if (seen >= rank)
            {
                // The middle of the bucket, which no value of it is further from than the accuracy.
                return 2 * Math.Pow(s_growth, bucket.Key) / (s_growth + 1);
            }
        }

        return null;
    }
}
