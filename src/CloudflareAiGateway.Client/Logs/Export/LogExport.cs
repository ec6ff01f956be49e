using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Exports a frozen window of rows, oldest first, one page a step.</summary>
internal sealed class LogExport : ILogExport
{
    private const int PageSize = 50;

    private readonly LogPageSource _source;
    private readonly LogExportOptions _options;
    private readonly TimeProvider _clock;
    private readonly ExportPaths _paths;
    private readonly IRowFormat _format;
    private readonly ExportBodies? _bodies;
    private readonly ExportProgress _progress;
    private ExportCheckpoint _checkpoint = new();
    private LogWalk? _walk;
    private ExportFile? _file;
    private IReadOnlyList<AiGatewayLog>? _pending;
    private bool _resumes;
    private bool _isFinished;

    /// <summary>Begins an export; nothing is opened or sent yet.</summary>
    /// <param name="source">Fetches pages.</param>
    /// <param name="bodies">Fetches bodies.</param>
    /// <param name="options">What is exported, and where to.</param>
    /// <param name="clock">Tells the time.</param>
    public LogExport(LogPageSource source, LogBodySource bodies, LogExportOptions options, TimeProvider clock)
    {
        _source = source;
        _options = options;
        _clock = clock;
        _paths = new ExportPaths(options.Path);
        _format = options.Format is LogExportFormat.Csv ? new CsvFormat(options.IncludePayload) : new NdjsonFormat();
        _bodies = options.IncludePayload ? new ExportBodies(bodies, options.Query) : null;
        _progress = new ExportProgress(clock, _checkpoint);
    }

    /// <inheritdoc/>
    public async Task<LogExportProgress> PrepareAsync(CallContext call)
    {
        _paths.Validate();
        _resumes = _options.Resume;
        ExportIdentity identity = ExportIdentity.Of(_options);
        if (_resumes)
        {
            _checkpoint = CheckpointFile.Read(_paths.Checkpoint, identity);
            ExportStart.CheckResume(_paths, _checkpoint, _options);
        }
        else
        {
            ExportStart.CheckNew(_paths, _options);
            ExportWindow window = await ExportWindow.FreezeAsync(_source, _options.Query, _clock, _progress, call).ConfigureAwait(false);
            _checkpoint = new ExportCheckpoint
            {
                Version = ExportCheckpoint.CurrentVersion,
                Export = identity,
                Until = window.Until,
                ExpectedRows = _options.IsWanted is null ? window.ExpectedRows : null,
                Overwrites = _options.Overwrite,
            };
        }

        _progress.Start(_checkpoint);
        LogQuery query = _options.Query.ByTime(descending: false).Bound(LogFilterOperator.Lt, _checkpoint.Until);
        var position = _checkpoint.LastTime is DateTimeOffset time ? new KeysetPosition(time, _checkpoint.IdsAtLastTime!) : null;
        _walk = new LogWalk(query, PageSize, new LogWalkOptions { Start = position, HasEnd = true, Newest = _checkpoint.Until - LogBounds.Step });
        return Progress();
    }

    /// <inheritdoc/>
    public async Task<LogExportProgress> StepAsync(CallContext call)
    {
        LogWalk walk = _walk ?? throw new InvalidOperationException("The export is not prepared.");
        call.CancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (!_checkpoint.IsComplete)
            {
                // Rows whose bodies or bytes failed are still pending: a step that is tried again begins with them.
                _pending ??= await PageAsync(walk, call).ConfigureAwait(false);
                await WriteAsync(_pending, walk, call).ConfigureAwait(false);
                _pending = null;
            }

            if (_checkpoint.IsComplete && !_isFinished)
            {
                Finish();
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ExportErrors.Unwritable(_paths.Final, error);
        }

        return Progress();
    }

    /// <inheritdoc/>
    public AiGatewayLogExport Report()
    {
        ExportCheckpoint now = _progress.Save(_walk?.DuplicatesDropped ?? 0);
        return new AiGatewayLogExport
        {
            AccountId = _options.Query.AccountId,
            GatewayId = _options.Query.Gateway,
            Path = _paths.Final,
            Rows = now.Rows,
            FirstRow = now.FirstRow,
            LastRow = now.LastRow,
            Until = _checkpoint.Until,
            DuplicatesDropped = now.DuplicatesDropped,
            Gaps = _isFinished && _checkpoint.ExpectedRows is long expected ? Math.Max(0, expected - now.Rows) : null,
            Calls = now.Calls,
            Seconds = now.Seconds,
            IsComplete = _isFinished,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private async Task<IReadOnlyList<AiGatewayLog>> PageAsync(LogWalk walk, CallContext call)
    {
        LogRequest request = walk.Next!.Value;
        _progress.Calls++;
        try
        {
            IReadOnlyList<AiGatewayLog> rows = walk.Accept(await _source(request.Query, request.Page, request.Size, call).ConfigureAwait(false));
            return _options.IsWanted is { } isWanted ? [.. rows.Where(isWanted)] : rows;
        }
        catch (AiGatewayException error) when (error.Kind is AiGatewayErrorKind.NotFound && _progress.Rows > 0)
        {
            throw ExportErrors.Gone(error, _options.Query.Gateway, _progress.Rows, _paths.Partial);
        }
    }

    private async Task WriteAsync(IReadOnlyList<AiGatewayLog> rows, LogWalk walk, CallContext call)
    {
        using var bytes = new MemoryStream();
        _file ??= _resumes ? ExportFile.Open(_paths, _checkpoint.Length) : ExportStart.Begin(_paths);
        if (_file.Length == 0)
        {
            _format.WriteHeader(bytes);
        }

        foreach (AiGatewayLog row in rows)
        {
            _format.WriteRow(bytes, _bodies is null ? new ExportRow(row, null, null) : await _bodies.AddAsync(row, _progress, call).ConfigureAwait(false));
        }

        _file.Append(bytes);
        _progress.Add(rows);
        _pending = [];
        ExportCheckpoint next = _progress.Save(walk.DuplicatesDropped) with
        {
            Length = _file.Length,
            LastTime = walk.Position?.Time,
            IdsAtLastTime = walk.Position is KeysetPosition position ? [.. position.Ids] : null,
            IsComplete = walk.Next is null,
        };
        CheckpointFile.Save(_paths.Checkpoint, next);
        _checkpoint = next;
    }

    private void Finish()
    {
        // Without the partial file a run before this one was ended between finishing and clearing away.
        if (_file is not null || File.Exists(_paths.Partial))
        {
            _file ??= ExportFile.Open(_paths, _checkpoint.Length);
            _file.Finish();
        }

        File.Delete(_paths.Checkpoint);
        _isFinished = true;
    }

    private LogExportProgress Progress()
    {
        long? calls = _checkpoint.ExpectedRows is long expected
            ? ExportEstimate.Calls(_isFinished ? 0 : Math.Max(0, expected - _progress.Rows), PageSize, _options.IncludePayload)
            : null;
        return new LogExportProgress
        {
            Rows = _progress.Rows,
            ExpectedRows = _checkpoint.ExpectedRows,
            CallsLeft = calls,
            TimeLeft = calls is long left ? ExportEstimate.Time(left, _progress.Calls) : null,
            IsComplete = _isFinished,
        };
    }
}
