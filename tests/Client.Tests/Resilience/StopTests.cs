using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Ctrl+C ends a call wherever it is. The limit of a second is the promise to the user.</summary>
public class StopTests
{
    [Fact]
    public async Task In_the_call()
    {
        var bench = new Bench();
        bench.Service.ThenHang();
        await StopsAsync(bench, () => bench.Service.Sent.Count == 1);
    }

    [Fact]
    public async Task In_the_body()
    {
        var bench = new Bench();
        var body = new EndlessStream();
        bench.Service.Then(() =>
        {
            HttpResponseMessage response = Answers.Ok();
            response.Content = new StreamContent(body);
            return response;
        });
        await StopsAsync(bench, () => body.WasRead);
    }

    [Fact]
    public async Task In_a_backoff()
    {
        var bench = new Bench(random: 0.9);
        bench.Service.Then(() => Answers.Fail(503));
        await StopsAsync(bench, () => bench.Sink.All.Count >= 2);
    }

    [Fact]
    public async Task In_a_quota_wait()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("{}", ("Ratelimit", "\"default\";r=0;t=200")));
        await bench.Transport.SendAsync(Bench.Request(), bench.Call);
        await StopsAsync(bench, () => bench.Sink.Of(DiagnosticKind.Warning).Count == 1);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task Before_it_begins()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => bench.Transport.SendAsync(Bench.Request(), bench.Stoppable(new CancellationToken(canceled: true))));
        Assert.Empty(bench.Service.Sent);
    }

    private static async Task StopsAsync(Bench bench, Func<bool> isThere)
    {
        using var stop = new CancellationTokenSource();
        Task<ApiReply> work = Task.Run(() => bench.Transport.SendAsync(Bench.Request(), bench.Stoppable(stop.Token)));
        while (!isThere())
        {
            Assert.False(work.IsCompleted);
            await Task.Yield();
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    private sealed class EndlessStream : Stream
    {
        public bool WasRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            WasRead = true;
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
