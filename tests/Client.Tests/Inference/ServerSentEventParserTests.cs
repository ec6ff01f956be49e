using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CsCheck;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>The parser gives the same events however the network cuts the bytes.</summary>
public class ServerSentEventParserTests
{
    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.String[Gen.Char["abc :{}\"[]DONE"], 0, 12],
        Any("grüezi", "日本語", "🦊🦊", "é", "data: x", ":not a comment", " leading", "\uFEFFmark"));

    private static readonly Gen<(string? Name, string[] Lines, string Noise)> s_event = Gen.Select(
        Gen.OneOf(Gen.Const((string?)null), Any<string?>("message_start", "delta", "fehler-ü")),
        s_text.Array[1, 4],
        Any(string.Empty, ": keep-alive\n", ":\n", "id: 7\n", "retry: 100\n", "unknown\n", "\n", "\n\n"));

    private static readonly Gen<(string Bytes, List<(string? Name, string Data)> Expected, int[] Cuts)> s_stream = Gen.Select(
        s_event.Array[0, 8],
        Any("\n", "\r\n", "\r"),
        Gen.Bool,
        Gen.Bool,
        Gen.Int[0, 3].Array[0, 200],
        (events, end, hasMark, hasSpace, cuts) =>
        {
            var text = new StringBuilder(hasMark ? "\uFEFF" : string.Empty);
            foreach ((string? name, string[] lines, string noise) in events)
            {
                text.Append(noise);
                if (name is not null)
                {
                    text.Append("event:").Append(hasSpace ? " " : string.Empty).Append(name).Append('\n');
                }

                // A value that begins with a blank needs the one that is taken off.
                foreach (string line in lines)
                {
                    text.Append("data:").Append(hasSpace || line.StartsWith(' ') ? " " : string.Empty).Append(line).Append('\n');
                }

                text.Append('\n');
            }

            return (text.ToString().Replace("\n", end, StringComparison.Ordinal), events.Select(e => (e.Name, string.Join('\n', e.Lines))).ToList(), cuts);
        });

    [Fact]
    public void Cuts_change_nothing() => s_stream.Sample(
        sample =>
        {
            List<(string? Name, string Data)> read = Read(Encoding.UTF8.GetBytes(sample.Bytes), sample.Cuts);
            Assert.Equal(sample.Expected, read);
        },
        iter: 20_000);

    [Fact]
    public void An_event_without_its_empty_line_comes_at_the_end()
    {
        Assert.Equal([(null, "a"), (null, "[DONE]")], Read("data: a\n\ndata: [DONE]"u8.ToArray(), [1]));
        Assert.Equal([("x", "b")], Read("event: x\ndata: b\n"u8.ToArray(), [1]));
    }

    [Fact]
    public void An_event_without_data_is_none() =>
        Assert.Equal([(null, "")], Read("event: ping\n\n: comment\n\ndata\n\n"u8.ToArray(), [2]));

    [Fact]
    public void The_end_mark_is_known_with_blanks_around_it()
    {
        var parser = new ServerSentEventParser();
        ReadOnlySpan<byte> bytes = "data:  [DONE] \n\n"u8;
        Assert.True(parser.Next(ref bytes)!.IsDone);
    }

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static List<(string? Name, string Data)> Read(byte[] bytes, int[] cuts)
    {
        var parser = new ServerSentEventParser();
        var read = new List<(string?, string)>();
        int position = 0;
        for (int i = 0; position < bytes.Length; i++)
        {
            int size = i < cuts.Length ? cuts[i] : bytes.Length;
            ReadOnlySpan<byte> piece = bytes.AsSpan(position, Math.Min(size, bytes.Length - position));
            position += piece.Length;
            while (parser.Next(ref piece) is ServerSentEvent next)
            {
                read.Add((next.Name, Encoding.UTF8.GetString(next.Data)));
            }
        }

        if (parser.Finish() is ServerSentEvent last)
        {
            read.Add((last.Name, Encoding.UTF8.GetString(last.Data)));
        }

        return read;
    }
}
