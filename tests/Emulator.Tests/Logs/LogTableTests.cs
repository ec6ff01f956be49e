using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The table beside a plain list that is sorted anew each time.</summary>
public sealed class LogTableTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void It_holds_what_a_sorted_list_holds(int seed)
    {
        var random = new Random(seed);
        var table = new LogTable();
        var expected = new List<LogRow>();
        var kind = new LogKind(new LogTraits());
        for (int round = 0; round < 300; round++)
        {
            switch (random.Next(4))
            {
                case 0 or 1:
                    LogRow[] batch = [.. Enumerable.Range(0, random.Next(12)).Select(_ => new LogRow { CreatedAt = random.Next(40) + (round / 4), Bits = LogId.BitsOf((ulong)random.NextInt64()), Kind = kind })];
                    expected.AddRange(batch);
                    Assert.Equal(batch.Length, table.Add(batch));
                    break;
                case 2:
                    int oldest = random.Next(6);
                    expected = [.. expected.Skip(oldest)];
                    table.RemoveOldest(oldest);
                    break;
                default:
                    int[] indexes = [.. Enumerable.Range(0, table.Count).Where(_ => random.Next(10) == 0)];
                    expected = [.. expected.Where((_, index) => !indexes.Contains(index))];
                    table.Remove(indexes);
                    break;
            }

            expected.Sort(LogRowOrder.Instance);
            Assert.Equal(expected.Select(static row => row.Id), Enumerable.Range(0, table.Count).Select(index => table[index].Id));
            Assert.All(expected, (row, index) => Assert.Equal(index, table.Find(row.Id)));
            long time = random.Next(60);
            Assert.Equal(expected.Count(row => row.CreatedAt < time), table.LowerBound(time));
        }
    }

    [Theory]
    [InlineData(0, 0UL)]
    [InlineData(1790000000000, 0x3FFFFFFFFFFFFFFFUL)]
    [InlineData(1790000000001, 12345UL)]
    public void An_id_is_a_uuid_of_version_7_and_can_be_read_back(long createdAt, ulong bits)
    {
        string id = LogId.Make(createdAt, bits).ToString();
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id);
        Assert.True(LogId.TryRead(id, out long readTime, out ulong readBits));
        Assert.Equal((createdAt, bits), (readTime, readBits));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1790000000001)]
    [InlineData(951782399999)]
    public void Times_are_written_as_everywhere(long createdAt)
    {
        byte[] written = new byte[LogTime.Length];
        LogTime.Write(createdAt, written);
        Assert.Equal(Timestamp.Format(DateTimeOffset.FromUnixTimeMilliseconds(createdAt)), Encoding.UTF8.GetString(written));
    }
}
