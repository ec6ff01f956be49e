using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Chats and answers for the tests of calls.</summary>
internal static class Chats
{
    public const string OpenAiAnswer = """{"id":"x","model":"gpt-5-mini-2026","choices":[{"index":0,"message":{"role":"assistant","content":"Grüezi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5,"prompt_tokens_details":{"cached_tokens":1}}}""";

    public static ChatRequest Of(
        string model, string prompt = "Hello", CallCredentials? credentials = null, InferenceSurface? surface = null, CallOptions? options = null, AutoRouting? routing = null) => new()
        {
            AccountId = Bench.Account,
            Gateway = "prod",
            Choice = SurfaceChoice.For(model, credentials ?? new CallCredentials(), surface),
            Credentials = credentials ?? new CallCredentials(),
            Options = options ?? new CallOptions(),
            Routing = routing ?? new AutoRouting(),
            Messages = [ChatMessage.Of(ChatMessage.User, prompt)],
            Prompt = prompt,
        };

    /// <summary>A stream of events whose bytes come in the given pieces; a null piece breaks the connection.</summary>
    public static HttpResponseMessage Stream(IEnumerable<byte[]?> pieces, Task? hold = null)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new PieceStream(pieces, hold)) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        response.Headers.TryAddWithoutValidation("cf-aig-log-id", "log-1");
        response.Headers.TryAddWithoutValidation("cf-aig-cache-status", "MISS");
        response.Headers.TryAddWithoutValidation("cf-aig-step", "0");
        return response;
    }

    public static HttpResponseMessage Stream(params string?[] pieces) => Stream(pieces.Select(p => p is null ? null : Encoding.UTF8.GetBytes(p)));

    /// <summary>Cuts a text anywhere, characters included.</summary>
    public static IEnumerable<byte[]> Cut(string text, int seed)
    {
        var random = new Random(seed);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int at = 0; at < bytes.Length;)
        {
            int size = Math.Min(random.Next(1, 9), bytes.Length - at);
            yield return bytes[at..(at + size)];
            at += size;
        }
    }

    private sealed class PieceStream(IEnumerable<byte[]?> pieces, Task? hold) : Stream
    {
        private readonly IEnumerator<byte[]?> _pieces = pieces.GetEnumerator();
        private bool _held;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            if (!_pieces.MoveNext())
            {
                return 0;
            }

            byte[] piece = _pieces.Current ?? throw new IOException("reset by peer");
            if (_held && hold is not null)
            {
                await hold.WaitAsync(cancellationToken);
            }

            _held = true;
            piece.CopyTo(buffer);
            return piece.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
